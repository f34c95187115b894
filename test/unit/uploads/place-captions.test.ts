import { describe, expect, it } from 'vitest'
import { anUpload } from '#test/support/upload'
import { findVideoOf, type KnownAsset, knownVideos } from '#web/uploads/place-captions.ts'
import type { Upload } from '#web/uploads/upload.ts'

const asset = (sourceKey: string, facts: Partial<KnownAsset> = {}): KnownAsset => ({
  id: `ast_${sourceKey}` as KnownAsset['id'],
  fileName: sourceKey.split('/').at(-1) ?? '',
  sourceKey,
  state: 'ready',
  ...facts,
})
const session = (key: string) => ({ uploadId: 'u', key, partSizeBytes: 1, partCount: 1 })
const upload = (fileName: string, facts: Partial<Upload> = {}) => anUpload({ fileName, ...facts })
const placeOf = (
  path: string,
  assets: readonly KnownAsset[],
  uploads: readonly Upload[] = [],
): unknown => {
  const parts = path.split('/')
  const file = { name: parts.pop() ?? '' }
  const found = findVideoOf({ file, folder: parts.join('/') }, knownVideos(assets, uploads))
  return typeof found === 'string' ? found : found.place
}

describe('captions that come without their video', () => {
  const kernel = asset('algebra/up_1/kernel.mp4')

  it('go to the video of the course that has their name, whatever folder it lies in', () => {
    expect(placeOf('kernel.en.vtt', [kernel])).toEqual({ besideAsset: kernel.id })
    expect(placeOf('subtitles/kernel.chapters.vtt', [kernel])).toEqual({ besideAsset: kernel.id })
    expect(placeOf('kernels.vtt', [kernel])).toMatch(/^No video here has this name/)
  })

  it('prefer the video of their own folder, and go to none where nobody can tell', () => {
    const one = asset('algebra/one/kernel.mp4')
    const two = asset('algebra/two/kernel.mp4')
    expect(placeOf('two/kernel.vtt', [one, two])).toEqual({ besideAsset: two.id })
    expect(placeOf('kernel.vtt', [one, two])).toMatch(/^2 videos have this name/)
  })

  it('pass over what was rejected, captions among it, and what is being deleted', () => {
    const gone = asset('algebra/up_2/kernel.mp4', { state: 'deleting' })
    const bad = asset('algebra/up_3/kernel.mp4', { state: 'rejected' })
    const badCaptions = asset('algebra/up_4/kernel.en.vtt', { state: 'rejected' })
    expect(placeOf('kernel.en.vtt', [gone, bad, badCaptions, kernel])).toEqual({
      besideAsset: kernel.id,
    })
  })

  it('follow a video that is still on its way, and its asset as soon as there is one', () => {
    const waiting = upload('kernel.mp4')
    expect(placeOf('kernel.vtt', [], [waiting])).toEqual({ beside: waiting.id, folder: null })
    const begun = upload('kernel.mp4', { session: session(kernel.sourceKey) })
    expect(placeOf('kernel.vtt', [], [begun])).toEqual({ beside: begun.id, folder: 'up_1' })
    expect(placeOf('kernel.vtt', [kernel], [begun])).toEqual({ besideAsset: kernel.id })
    expect(placeOf('kernel.vtt', [], [upload('kernel.mp4', { state: 'cancelled' })])).toMatch(/^No/)
  })
})
