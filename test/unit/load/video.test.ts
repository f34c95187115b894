import { expect, it } from 'vitest'
import { jobSettings } from '#adapters/transcoder/job-settings'
import { chooseRungs } from '#core/videos/encode/ladder'
import { video } from '#load/model/video'
import { sourceFacts } from '#test/support/asset'

it('a video of the model is cut and encoded as our jobs do', () => {
  const source = sourceFacts({ width: 1920, height: 1080 })
  const rungs = chooseRungs(source)
  const ceilings = Object.entries(video.rungs).map(([name, { ceilingKbits }]) => [
    name,
    ceilingKbits * 1_000,
  ])
  expect(ceilings).toEqual(rungs.map(({ name, maxBitrate }) => [name, maxBitrate]))
  const job = {
    assetId: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM',
    courseId: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
    version: 1,
    attempt: 1,
    input: { bucket: 'ingest', key: 'a.mp4' },
    source,
    rungs,
    normaliseLoudness: false,
  } as const
  const [cmaf] = jobSettings(job, 'content').OutputGroups ?? []
  expect(cmaf?.OutputGroupSettings?.CmafGroupSettings?.SegmentLength).toBe(video.segmentSeconds)
  const sound = cmaf?.Outputs?.at(-1)?.AudioDescriptions?.[0]?.CodecSettings?.AacSettings
  expect(sound?.Bitrate).toBe(video.soundKbits * 1_000)
})
