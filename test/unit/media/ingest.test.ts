import { describe, expect, it } from 'vitest'
import { ingestObject } from '#core/media/ingest'
import type { ProbeResult } from '#core/media/ports'
import { COURSE_ID, lecture, objectCreated, pipeline } from './pipeline-doubles.ts'

describe('An upload', () => {
  it('becomes one queued asset of its course, with its rungs, its cost and one job', async () => {
    const { deps, jobs, tags, all } = pipeline()
    const outcome = await ingestObject(deps, objectCreated())
    expect(outcome.kind).toBe('submitted')
    const [asset] = all()
    expect(asset).toMatchObject({
      courseId: COURSE_ID,
      fileName: 'lecture.mp4',
      state: 'queued',
      estimatedCostUsd: 0.015,
    })
    expect(jobs).toEqual([expect.objectContaining({ assetId: asset?.id, rungs: asset?.rungs })])
    expect(tags.get('linear-algebra/lecture.mp4')).toEqual({
      'lectern-asset': asset?.id,
      'lectern-state': 'queued',
    })
  })

  it('makes neither a second asset nor a second job when its event comes twice', async () => {
    const { deps, jobs, all } = pipeline()
    await ingestObject(deps, objectCreated())
    await ingestObject(deps, objectCreated())
    expect(all()).toHaveLength(1)
    expect(jobs).toHaveLength(1)
  })

  it('gets its job from the next try when the first could not start one', async () => {
    const { deps, jobs, refusals, all } = pipeline()
    refusals.push(new Error('Too many requests'))
    await expect(ingestObject(deps, objectCreated())).rejects.toThrow('Too many requests')
    await ingestObject(deps, objectCreated())
    expect(all()).toHaveLength(1)
    expect(jobs).toHaveLength(1)
  })

  it('of content that the course has already stands for the earlier asset', async () => {
    const { deps, jobs, tags, all } = pipeline()
    await ingestObject(deps, objectCreated())
    const again = objectCreated({ key: 'linear-algebra/copy.mp4', sequencer: '0002' })
    const outcome = await ingestObject(deps, again)
    expect(outcome.kind).toBe('known')
    expect(all()).toHaveLength(1)
    expect(jobs).toHaveLength(1)
    expect(tags.get('linear-algebra/copy.mp4')?.['lectern-asset']).toBe(all()[0]?.id)
  })

  it('for a course that does not exist is rejected, and says which', async () => {
    const { deps, jobs, all } = pipeline()
    await ingestObject(deps, objectCreated({ key: 'linear-algebar/lecture.mp4' }))
    expect(all()[0]).toMatchObject({ courseId: null, state: 'rejected' })
    expect(all()[0]?.reason).toContain('There is no course "linear-algebar"')
    expect(jobs).toEqual([])
  })

  it('in no folder is rejected, and says where it belongs', async () => {
    const { deps, all } = pipeline()
    await ingestObject(deps, objectCreated({ key: 'lecture.mp4' }))
    expect(all()[0]?.reason).toContain('s3://ingest/linear-algebra/lecture.mp4')
  })

  it('of captions is left alone', async () => {
    const { deps, all, tags } = pipeline()
    const outcome = await ingestObject(deps, objectCreated({ key: 'linear-algebra/lecture.vtt' }))
    expect(outcome.kind).toBe('ignored')
    expect(all()).toEqual([])
    expect(tags.size).toBe(0)
  })

  const video = (facts: object): ProbeResult =>
    lecture.kind === 'video' ? { kind: 'video', source: { ...lecture.source, ...facts } } : lecture

  it.each<[string, ProbeResult, number, RegExp]>([
    ['zero bytes', lecture, 0, /empty \(0 bytes\)/],
    ['too many bytes', lecture, 10_001, /at most 0\.0 GB/],
    ['a text', { kind: 'unreadable' }, 1000, /not a video that can be read/],
    ['sound alone', { kind: 'no_picture' }, 1000, /no picture/],
    ['half a video', { kind: 'truncated' }, 1000, /cut off/],
    ['an object removed meanwhile', { kind: 'missing' }, 1000, /removed/],
    [
      'too long a video',
      video({ durationSeconds: 3601 }),
      1000,
      /lasts 61 minutes, and at most 60/,
    ],
    ['too small a picture', video({ width: 16, height: 16 }), 1000, /16 × 16 pixels/],
  ])('of %s is rejected with a sentence', async (_what, probe, size, sentence) => {
    const { deps, jobs, tags, all } = pipeline(probe)
    const outcome = await ingestObject(deps, objectCreated({ size }))
    expect(outcome.kind).toBe('rejected')
    expect(all()[0]).toMatchObject({ state: 'rejected', reason: expect.stringMatching(sentence) })
    expect(tags.get('linear-algebra/lecture.mp4')?.['lectern-state']).toBe('rejected')
    expect(jobs).toEqual([])
  })

  it('is encoded when the same content was rejected before', async () => {
    const bad = pipeline({ kind: 'unreadable' })
    await ingestObject(bad.deps, objectCreated())
    const deps = { ...bad.deps, transcoder: pipeline().deps.transcoder }
    const outcome = await ingestObject(deps, objectCreated({ sequencer: '0002' }))
    expect(outcome.kind).toBe('submitted')
  })
})
