import { describe, expect, it } from 'vitest'
import type { AssetId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import { ingestVideo } from '#core/videos/intake/ingest-video'
import { enter } from '#core/videos/life/enter'
import { mediaUrls } from '#core/videos/playback/publish-playback'
import { runCommand } from '#core/videos/run-command'
import { findStuck } from '#core/videos/watch/find-stuck'
import { asWritten } from '#test/support/said'
import { COURSE_ID, objectCreated, pipeline } from '#test/unit/videos/pipeline-doubles'

describe('The same bytes again', () => {
  it('are not encoded again in another folder when the rungs are the same', async () => {
    const { deps, jobs, hashes, copies, put, all } = pipeline()
    hashes.set('linear-algebra/lecture.mp4', 'aa').set('linear-algebra/other.mp4', 'aa')
    await ingestVideo(deps, objectCreated())
    const [first] = all()
    if (!first?.source) throw new Error('The first was not probed')
    const { source, rungs } = first
    put({ ...first, state: 'ready', liveVersion: 1, liveFacts: { source, rungs } })
    const event = objectCreated({ key: 'linear-algebra/other.mp4', etag: 'etag-9', sequencer: '9' })
    const outcome = await ingestVideo(deps, event)
    expect(outcome).toMatchObject({
      kind: 'reused',
      asset: { state: 'ready', estimatedCostUsd: 0, reusedFrom: first.id, liveVersion: 1 },
    })
    const [, second] = all()
    expect(copies).toEqual([
      [
        `content/${COURSE_ID}/media/${first.id}/v1/`,
        `content/${COURSE_ID}/media/${second?.id}/v1/`,
      ],
    ])
    expect(jobs).toHaveLength(1)
  })

  it('are encoded once where they come at the same moment, and go on when that comes to its end', async () => {
    const { deps, jobs, hashes, copies, tags, all, asked, setNow } = pipeline()
    const keys = ['1 Sets', '2 Maps', '3 Rings'].map(
      (module) => `linear-algebra/${module}/intro.mp4`,
    )
    for (const [at, key] of keys.entries()) {
      hashes.set(key, 'aa')
      setNow(`2026-11-24T06:00:0${at}.000Z`)
      await ingestVideo(deps, objectCreated({ key }))
    }
    const ids = all().map(({ id }) => id)
    expect(all().map(({ state }) => state)).toEqual(['queued', 'probing', 'probing'])
    expect(keys.map((key) => tags.get(key)?.['lectern-asset'])).toEqual(ids)
    setNow('2026-11-24T09:00:00.000Z')
    expect((await findStuck(deps)).stuck).toBe(0)

    const [first] = all()
    if (!first) throw new Error('Nothing came')
    const complete = { type: 'complete', of: first, ...mediaUrls(COURSE_ID, first.id) } as const
    await enter(deps, first, complete)
    expect(asked).toEqual([`encode ${ids[2]}`, `encode ${ids[1]}`])
    expect((await findStuck(deps)).stuck).toBe(0)
    for (const assetId of ids.slice(1)) await runCommand(deps, { command: 'encode', assetId })
    expect(all().map(({ state }) => state)).toEqual(['ready', 'ready', 'ready'])
    expect(copies).toHaveLength(2)
    expect(jobs).toHaveLength(1)
  })

  it('are encoded for the next that waits where the first failed', async () => {
    const { deps, jobs, hashes, all, setNow } = pipeline()
    for (const [at, name] of ['a', 'b', 'c'].entries()) {
      hashes.set(`linear-algebra/${name}.mp4`, 'aa')
      setNow(`2026-11-24T06:00:0${at}.000Z`)
      await ingestVideo(deps, objectCreated({ key: `linear-algebra/${name}.mp4` }))
    }
    const [first, ...others] = all()
    if (!first) throw new Error('Nothing came')
    await enter(deps, first, { type: 'error', of: first, reason: asWritten('Demuxer failed') })
    for (const { id } of others) await runCommand(deps, { command: 'encode', assetId: id })
    expect(all().map(({ state }) => state)).toEqual(['failed', 'queued', 'probing'])
    expect(jobs).toHaveLength(2)
  })

  it('are waited for no longer when the first is cancelled, replaced or deleted', async () => {
    const first = 'linear-algebra/a.mp4'
    const ends: Record<
      string,
      (all: ReturnType<typeof pipeline>, id: AssetId) => Promise<unknown>
    > = {
      cancelled: async ({ deps, put, all }, id) => {
        put({ ...all()[0], state: 'failed' } as Asset)
        await runCommand(deps, { command: 'cancel', assetId: id })
      },
      replaced: ({ deps }) =>
        ingestVideo(deps, objectCreated({ key: first, etag: 'other', sequencer: '9' })),
      deleted: async ({ deps, put, all }, id) => {
        put({ ...all()[0], state: 'deleting' } as Asset)
        await runCommand(deps, { command: 'delete', assetId: id })
      },
    }
    for (const [name, end] of Object.entries(ends)) {
      const surroundings = pipeline()
      const { deps, hashes, all, asked, setNow } = surroundings
      for (const [at, key] of [first, 'linear-algebra/b.mp4'].entries()) {
        hashes.set(key, 'aa')
        setNow(`2026-11-24T06:00:0${at}.000Z`)
        await ingestVideo(deps, objectCreated({ key }))
      }
      const [one, other] = all()
      await end(surroundings, one?.id ?? 'ast_')
      expect([name, asked]).toEqual([name, [`encode ${other?.id}`]])
    }
  })

  it('are encoded when what they were encoded to went away while it was copied', async () => {
    const { deps, jobs, hashes, put, all } = pipeline()
    hashes.set('linear-algebra/lecture.mp4', 'aa').set('linear-algebra/other.mp4', 'aa')
    await ingestVideo(deps, objectCreated())
    const [first] = all()
    if (!first?.source) throw new Error('The first was not probed')
    const { source, rungs } = first
    const ready = {
      ...first,
      state: 'ready' as const,
      liveVersion: 1,
      liveFacts: { source, rungs },
    }
    put(ready)
    const folders = {
      ...deps.folders,
      copyAll: async () => {
        put({ ...ready, state: 'deleting' })
        return 1
      },
    }
    const event = objectCreated({ key: 'linear-algebra/other.mp4', etag: 'etag-9', sequencer: '9' })
    const outcome = await ingestVideo({ ...deps, folders }, event)
    expect(outcome.kind).toBe('submitted')
    expect(jobs).toHaveLength(2)
  })
})
