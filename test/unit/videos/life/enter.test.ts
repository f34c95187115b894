import { describe, expect, it } from 'vitest'
import type { Asset } from '#contract/videos/asset'
import type { EncodeEvent } from '#core/videos/life/asset-state'
import { enter } from '#core/videos/life/enter'
import { mediaUrls } from '#core/videos/playback/publish-playback'
import { assetOf, sourceFacts } from '#test/support/asset'
import { asWritten } from '#test/support/said'
import { COURSE_ID, pipeline } from '#test/unit/videos/pipeline-doubles'

const OF = { version: 1, attempt: 1 }

const events = {
  probing: { type: 'probing', of: OF },
  probed: { type: 'probed', of: OF, source: sourceFacts(), rungs: [], estimatedCostUsd: 0.01 },
  submitted: { type: 'submitted', of: OF },
  progress: { type: 'progress', of: OF, phase: 'transcoding', percent: null },
  held: { type: 'held', of: OF, reason: asWritten('The budget is used up.') },
  rejected: { type: 'rejected', of: OF, reason: asWritten('It is no video.') },
  error: { type: 'error', of: OF, reason: asWritten('Encoding failed.') },
  free: { type: 'error', of: OF, reason: asWritten('Encoding failed.'), isFree: true },
  complete: { type: 'complete', of: OF, ...mediaUrls(COURSE_ID, assetOf({}).id) },
  reused: {
    type: 'reused',
    of: OF,
    from: 'ast_01JDEXAMP0EXAMP0EXAMP0EXA2',
    ...mediaUrls(COURSE_ID, assetOf({}).id),
  },
} as const satisfies Record<string, EncodeEvent>

/** An asset, and everything that is done to its surroundings, in order. */
function watched(facts: Partial<Asset> = {}) {
  const { deps, put, records, rivals, all } = pipeline()
  const asset = assetOf({ courseId: COURSE_ID, source: sourceFacts(), ...facts })
  put(asset)
  const record = records.get(asset.id)
  const twin = assetOf({ id: 'ast_01JDEXAMP0EXAMP0EXAMP0EXA3', state: 'probing' })
  put(twin)
  const content = { sha256: 'aa', version: 1 }
  if (record) records.set(asset.id, { ...record, content })
  const waiting = records.get(twin.id)
  if (waiting) records.set(twin.id, { ...waiting, content })
  const done: string[] = []
  const recording = {
    ...deps,
    assets: {
      ...deps.assets,
      async save(...args: Parameters<typeof deps.assets.save>) {
        const saved = await deps.assets.save(...args)
        if (args[0].id === asset.id) done.push(saved ? `saved ${args[0].state}` : 'overtaken')
        return saved
      },
    },
    ledger: { refund: async () => void done.push('refunded') },
    tagger: {
      tag: async (_bucket: string, _key: string, tags: Readonly<Record<string, string>>) =>
        void done.push(`tagged ${tags['lectern-state']}`),
    },
    events: {
      ended: async ({ state }: Asset) => void done.push(`told ${state}`),
      published: async () => void done.push('published'),
      command: async (name: string, id: string) =>
        void done.push(id === twin.id ? 'twin woken' : `asked ${name}`),
    },
    log: { info: (event: string) => void done.push(event) },
  }
  return { deps: recording, asset, done, put, rivals, all }
}

const endsForSomebody = (state: string) => [
  `told ${state}`,
  `saved ${state}`,
  `tagged ${state}`,
  `media.asset_${state}`,
  'twin woken',
]
const ready = ['published', 'saved ready', 'tagged ready', 'media.asset_ready', 'twin woken']

describe('What belongs to coming to a state', () => {
  it.each<[keyof typeof events, Partial<Asset>, string[]]>([
    ['probing', { state: 'uploaded' }, ['saved probing']],
    ['probed', { state: 'uploaded', source: null }, ['saved probing']],
    ['submitted', { state: 'probing' }, ['saved queued', 'tagged queued']],
    ['progress', { state: 'queued' }, ['saved transcoding']],
    ['held', { state: 'probing' }, endsForSomebody('held')],
    ['rejected', { state: 'probing' }, endsForSomebody('rejected')],
    ['error', { state: 'transcoding' }, endsForSomebody('failed')],
    ['free', { state: 'transcoding' }, ['refunded', ...endsForSomebody('failed')]],
    ['complete', { state: 'transcoding' }, ready],
    ['reused', { state: 'probing' }, ready],
  ])('by %s is done in this order', async (name, facts, expected) => {
    const { deps, asset, done } = watched(facts)
    const { changed } = await enter(deps, asset, events[name])
    expect(changed).toBe(true)
    expect(done).toEqual(expected)
  })

  it.each<[keyof typeof events, Partial<Asset>, string[]]>([
    ['submitted', { state: 'queued' }, ['tagged queued']],
    ['error', { state: 'failed' }, endsForSomebody('failed').slice(2)],
    ['free', { state: 'failed' }, ['refunded', ...endsForSomebody('failed').slice(2)]],
    ['complete', { state: 'ready' }, ready.slice(2)],
    ['progress', { state: 'ready' }, []],
    ['probing', { state: 'failed' }, []],
    ['error', { state: 'deleting' }, []],
  ])(
    'is made up for after the save, but not before it, when %s is told again',
    async (name, facts, expected) => {
      const { deps, asset, done } = watched(facts)
      expect((await enter(deps, asset, events[name])).changed).toBe(false)
      expect(done).toEqual(expected)
    },
  )

  it.each(['complete', 'reused'] as const)(
    'asks for old renditions to go when %s replaces a version',
    async (name) => {
      const history = [1, 2].map((version) => ({
        at: '2026-11-24T05:00:00.000Z',
        version,
        state: 'ready' as const,
        note: null,
      }))
      const { deps, asset, done } = watched({
        state: 'queued',
        version: 3,
        liveVersion: 2,
        history,
      })
      await enter(deps, asset, { ...events[name], of: asset })
      expect(done.at(-1)).toBe('asked tidy')
    },
  )

  it('tells nobody of what was cancelled while its source was being read', async () => {
    const { deps, asset, done, put } = watched({ state: 'probing' })
    put({ ...asset, state: 'failed', reason: asWritten('Encoding was cancelled.') })
    expect((await enter(deps, asset, events.held)).changed).toBe(false)
    expect(done.filter((what) => /told|saved/.test(what))).toEqual([])
  })

  it('publishes again when captions came between publishing and saving', async () => {
    const { deps, asset, done, put, rivals, all } = watched({ state: 'transcoding' })
    const chapters = [{ startSeconds: 0, title: 'Kernel' }]
    const updatedAt = new Date(Date.parse(asset.updatedAt) + 1000).toISOString()
    rivals.push(() => put({ ...asset, chapters, updatedAt }))
    const { asset: after } = await enter(deps, asset, events.complete)
    expect(after).toMatchObject({ state: 'ready', chapters })
    expect(all()[0]).toMatchObject({ state: 'ready', chapters })
    expect(done.slice(0, 3)).toEqual(['published', 'overtaken', 'saved ready'])
    expect(done.at(-1)).toBe('published')
  })

  it('ends with the call where publishing fails, so that nothing says that it is ready', async () => {
    const { deps, asset, done, all } = watched({ state: 'transcoding' })
    const files = { ...deps.files, readText: async () => null }
    await expect(enter({ ...deps, files }, asset, events.complete)).rejects.toThrow('is not there')
    expect(done).toEqual([])
    expect(all()[0]?.state).toBe('transcoding')
  })
})
