import { describe, expect, it } from 'vitest'
import { ingestVideo } from '#core/videos/intake/ingest-video'
import { enter } from '#core/videos/life/enter'
import { mediaUrls } from '#core/videos/playback/publish-playback'
import { runCommand } from '#core/videos/run-command'
import { asWritten } from '#test/support/said'
import { COURSE_ID, objectCreated, pipeline } from '#test/unit/videos/pipeline-doubles'

describe('Of a video that was replaced', () => {
  async function put(versions: number, bad: readonly number[] = []) {
    const surroundings = pipeline()
    const { deps, all } = surroundings
    for (let version = 1; version <= versions; version += 1) {
      const write = { etag: `etag-${version}`, sequencer: `000${version}` }
      await ingestVideo(deps, objectCreated(write))
      const [asset] = all()
      if (!asset) throw new Error('Nothing came')
      const event = bad.includes(version)
        ? ({ type: 'error', of: asset, reason: asWritten('Demuxer failed') } as const)
        : ({ type: 'complete', of: asset, ...mediaUrls(COURSE_ID, asset.id) } as const)
      await enter(deps, asset, event)
    }
    return surroundings
  }

  it('the version before stays for whoever is in the middle of it', async () => {
    const { asked } = await put(2)
    expect(asked).toEqual([])
  })

  it('the renditions of all earlier ones are deleted, those that failed too', async () => {
    const { deps, asked, all, deleted } = await put(5, [2, 4])
    const id = all()[0]?.id ?? 'ast_'
    expect(asked).toEqual([`tidy ${id}`])
    await runCommand(deps, { command: 'tidy', assetId: id })
    const folder = (version: number) => `content/${COURSE_ID}/media/${id}/v${version}/`
    expect(deleted).toEqual([folder(1), folder(2)])
  })
})
