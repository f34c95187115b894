import { describe, expect, it } from 'vitest'
import { assetIdOf } from '#core/videos/source/asset-id'
import { parseUploadKey } from '#core/videos/source/upload-key'

describe('The key of an upload', () => {
  it('names the course first and the file last', () => {
    expect(parseUploadKey('linear-algebra/week 1/Vectors.MP4')).toEqual({
      course: 'linear-algebra',
      folder: 'week 1',
      fileName: 'Vectors.MP4',
      mayBeMedia: true,
    })
  })

  it('names no course when the file is in no folder', () => {
    expect(parseUploadKey('lecture.mp4')).toMatchObject({ course: null, mayBeMedia: true })
  })

  it.each(['a/b.vtt', 'a/b.SRT', 'a/course.yaml', 'a/.DS_Store', 'a/folder/'])(
    'leaves %s alone',
    (key) => expect(parseUploadKey(key).mayBeMedia).toBe(false),
  )

  it.each(['a/lecture', 'a/lecture.xyz', 'a/v1.2 final.mov'])('looks into %s', (key) =>
    expect(parseUploadKey(key).mayBeMedia).toBe(true),
  )
})

describe('The id of an asset', () => {
  const write = {
    time: '2026-11-24T06:00:00Z',
    bucket: 'ingest',
    key: 'linear-algebra/lecture.mp4',
    etag: 'abc',
    sequencer: '001',
  }

  it('is the same for the same write', () => {
    expect(assetIdOf(write)).toBe(assetIdOf({ ...write }))
  })

  it('is another for another write of the same object', () => {
    expect(assetIdOf({ ...write, sequencer: '002' })).not.toBe(assetIdOf(write))
  })
})
