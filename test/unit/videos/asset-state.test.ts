import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Asset, EncodePhase } from '#contract/videos/asset'
import { type AssetEvent, isFinal, transition } from '#core/videos/life/asset-state'
import { assetOf, sourceFacts } from '#test/support/asset'
import { asWritten } from '#test/support/said'

const AT = '2026-11-24T06:00:00.000Z'
const LATER = '2026-11-24T06:05:00.000Z'

const OF = { version: 1, attempt: 1 }

const uploaded = assetOf({ updatedAt: AT })

const probed: AssetEvent = {
  type: 'probed',
  of: OF,
  source: sourceFacts(),
  rungs: [{ name: '240p', width: 426, height: 240, maxBitrate: 400_000 }],
  estimatedCostUsd: 0.0075,
}
const complete: AssetEvent = {
  type: 'complete',
  of: OF,
  playbackUrl: '/content/x/playback.json',
  hlsUrl: '/content/x/index.m3u8',
  dashUrl: '/content/x/index.mpd',
  posterUrl: '/content/x/poster.jpg',
}

const assetAfter = (events: readonly AssetEvent[], from = uploaded): Asset =>
  events.reduce((asset, event) => transition(asset, event, LATER), from)

const anyEvent: fc.Arbitrary<AssetEvent> = fc.oneof(
  fc.constant<AssetEvent>({ type: 'probing', of: OF }),
  fc.constant<AssetEvent>(probed),
  fc.constant<AssetEvent>({ type: 'submitted', of: OF }),
  fc
    .double({ min: -5, max: 130, noNaN: true })
    .map((percent): AssetEvent => ({ type: 'progress', of: OF, phase: null, percent })),
  fc
    .constantFrom(null, ...EncodePhase.options)
    .map((phase): AssetEvent => ({ type: 'progress', of: OF, phase, percent: null })),
  fc.constant<AssetEvent>(complete),
  fc.constant<AssetEvent>({ type: 'rejected', of: OF, reason: asWritten('It is not a video.') }),
  fc.constant<AssetEvent>({ type: 'error', of: OF, reason: asWritten('Encoding failed.') }),
  fc.constant<AssetEvent>({ type: 'held', of: OF, reason: asWritten('The budget is used up.') }),
)

/** What people do, at any time. */
const anyWish: fc.Arbitrary<AssetEvent> = fc.constantFrom<AssetEvent[]>(
  { type: 'replaced', sizeBytes: 2000, fileName: 'lecture.mp4', courseId: null },
  { type: 'released', note: asWritten('Released by Ada.') },
  { type: 'retried' },
  { type: 'cancelled' },
  { type: 'deleting' },
)

/** Events of any early version and attempt, in any order, with people's wishes between them. */
const anyLife = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(anyEvent, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
        .map(
          ([event, version, attempt]): AssetEvent =>
            'of' in event ? { ...event, of: { version, attempt } } : event,
        ),
    },
    { weight: 1, arbitrary: anyWish },
  ),
  { maxLength: 60 },
)

describe('An asset', () => {
  it('goes from uploaded through every state to ready', () => {
    const events: AssetEvent[] = [
      { type: 'probing', of: OF },
      probed,
      { type: 'submitted', of: OF },
      { type: 'progress', of: OF, phase: null, percent: null },
      { type: 'progress', of: OF, phase: 'transcoding', percent: 41.6 },
      complete,
    ]
    const states = events.map((_, count) => assetAfter(events.slice(0, count + 1)))
    expect(states.map((asset) => `${asset.state} ${asset.percent}`)).toEqual([
      'probing null',
      'probing null',
      'queued null',
      'transcoding null',
      'transcoding 42',
      'ready 100',
    ])
    expect(states.at(-1)).toMatchObject({ hlsUrl: '/content/x/index.m3u8' })
  })

  it('does not fall back to queued when the submission is noted after its first progress', () => {
    const asset = assetAfter([
      probed,
      { type: 'progress', of: OF, phase: 'transcoding', percent: 10 },
      { type: 'submitted', of: OF },
    ])
    expect(asset).toMatchObject({ state: 'transcoding', percent: 10 })
  })

  it('is ready even when completion is the first thing heard of its job', () => {
    expect(assetAfter([probed, complete]).state).toBe('ready')
  })

  it('is not rejected by a second look once its job runs', () => {
    const asset = assetAfter([
      probed,
      { type: 'submitted', of: OF },
      { type: 'rejected', of: OF, reason: asWritten('late') },
    ])
    expect(asset).toMatchObject({ state: 'queued', reason: null })
  })

  it('keeps an end, whatever comes later', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), anyEvent, (events, late) => {
        const asset = assetAfter(events)
        if (isFinal(asset.state)) expect(transition(asset, late, LATER)).toBe(asset)
      }),
    )
  })

  it('ignores an event that comes twice in a row', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), anyEvent, (events, event) => {
        const once = assetAfter([...events, event])
        expect(transition(once, event, LATER)).toBe(once)
      }),
    )
  })

  it('never loses percent, stays within 0 and 100, and has a reason whenever it ended badly', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        let asset = uploaded
        for (const event of events) {
          const next = transition(asset, event, LATER)
          expect(next.percent ?? -1).toBeGreaterThanOrEqual(asset.percent ?? -1)
          expect(next.percent ?? 0).toBeLessThanOrEqual(100)
          // Every change has an instant of its own, even within one millisecond.
          if (next !== asset) expect(next.updatedAt > asset.updatedAt).toBe(true)
          asset = next
        }
        expect(asset.reason !== null).toBe(['rejected', 'failed', 'held'].includes(asset.state))
        expect(asset.hlsUrl !== null).toBe(asset.state === 'ready')
      }),
    )
  })

  it('is released from being held by somebody alone', () => {
    const held = assetAfter([
      probed,
      { type: 'held', of: OF, reason: asWritten('The budget is used up.') },
    ])
    expect(transition(held, { type: 'submitted', of: OF }, LATER)).toBe(held)
    expect(transition(held, complete, LATER)).toBe(held)
    const released = transition(
      held,
      { type: 'released', note: asWritten('Released by Ada.') },
      LATER,
    )
    expect(released).toMatchObject({ state: 'queued', reason: null })
    expect(released.history.at(-1)?.note).toEqual(asWritten('Released by Ada.'))
  })

  it('that is replaced keeps what learners see until the next version is ready', () => {
    const replaced: AssetEvent = {
      type: 'replaced',
      sizeBytes: 2000,
      fileName: 'lecture.mp4',
      courseId: null,
    }
    const next = assetAfter([probed, complete, replaced])
    expect(next).toMatchObject({
      state: 'uploaded',
      version: 2,
      liveVersion: 1,
      source: null,
      hlsUrl: '/content/x/index.m3u8',
      liveFacts: { source: sourceFacts() },
    })
    // The old version's job may still tell of itself.
    expect(transition(next, { type: 'error', of: OF, reason: asWritten('late') }, LATER)).toBe(next)
    const reason = asWritten('It is not a video.')
    const rejected = assetAfter(
      [{ type: 'rejected', of: { version: 2, attempt: 1 }, reason }],
      next,
    )
    expect(rejected).toMatchObject({
      state: 'rejected',
      liveVersion: 1,
      reason,
    })
  })

  it('that was tried again hears nothing of the attempt before', () => {
    const failed: AssetEvent = { type: 'error', of: OF, reason: asWritten('Encoding failed.') }
    const again = assetAfter([probed, failed, { type: 'retried' }])
    expect(again).toMatchObject({ state: 'uploaded', attempt: 2, reason: null })
    expect(transition(again, complete, LATER)).toBe(again)
  })

  it('goes back only by a new version or a new attempt, whatever happens in whatever order', () => {
    const place = ['uploaded', 'probing', 'held', 'queued', 'transcoding']
    fc.assert(
      fc.property(anyLife, (events) => {
        let asset = uploaded
        for (const event of events) {
          const next = transition(asset, event, LATER)
          const isSameEncode = next.version === asset.version && next.attempt === asset.attempt
          if (isSameEncode && place.includes(next.state))
            expect(place.indexOf(next.state)).toBeGreaterThanOrEqual(place.indexOf(asset.state))
          expect(next.version).toBeGreaterThanOrEqual(asset.version)
          asset = next
        }
      }),
    )
  })

  it('never loses the version that learners see, and remembers every state within bounds', () => {
    fc.assert(
      fc.property(anyLife, (events) => {
        let asset = uploaded
        for (const event of events) {
          const next = transition(asset, event, LATER)
          expect(next.liveVersion ?? 0).toBeGreaterThanOrEqual(asset.liveVersion ?? 0)
          if (asset.liveVersion !== null) expect(next.playbackUrl).toBe(asset.playbackUrl)
          if (next.state !== asset.state) expect(next.history.at(-1)?.state).toBe(next.state)
          if (event.type === 'progress' && asset.state === 'transcoding')
            expect(next.history).toBe(asset.history)
          expect(next.history.length).toBeLessThanOrEqual(30)
          if (asset.state === 'deleting') expect(next).toBe(asset)
          asset = next
        }
      }),
    )
  })
})
