import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Asset } from '#contract/models/asset'
import { type AssetEvent, isFinal, transition } from '#core/media/asset-state'
import { assetOf, sourceFacts } from '#test/support/asset'

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
    .map((percent): AssetEvent => ({ type: 'progress', of: OF, percent })),
  fc.constant<AssetEvent>(complete),
  fc.constant<AssetEvent>({ type: 'rejected', of: OF, reason: 'It is not a video.' }),
  fc.constant<AssetEvent>({ type: 'error', of: OF, reason: 'Encoding failed.' }),
)

describe('An asset', () => {
  it('goes from uploaded through every state to ready', () => {
    const events: AssetEvent[] = [
      { type: 'probing', of: OF },
      probed,
      { type: 'submitted', of: OF },
      { type: 'progress', of: OF, percent: 0 },
      { type: 'progress', of: OF, percent: 41.6 },
      complete,
    ]
    const states = events.map((_, count) => assetAfter(events.slice(0, count + 1)))
    expect(states.map((asset) => `${asset.state} ${asset.percent}`)).toEqual([
      'probing 0',
      'probing 0',
      'queued 0',
      'transcoding 0',
      'transcoding 42',
      'ready 100',
    ])
    expect(states.at(-1)).toMatchObject({ hlsUrl: '/content/x/index.m3u8' })
  })

  it('does not fall back to queued when the submission is noted after its first progress', () => {
    const asset = assetAfter([
      probed,
      { type: 'progress', of: OF, percent: 10 },
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
      { type: 'rejected', of: OF, reason: 'late' },
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
          expect(next.percent).toBeGreaterThanOrEqual(asset.percent)
          expect(next.percent).toBeLessThanOrEqual(100)
          // Every change has an instant of its own, even within one millisecond.
          if (next !== asset) expect(next.updatedAt > asset.updatedAt).toBe(true)
          asset = next
        }
        expect(asset.reason !== null).toBe(['rejected', 'failed'].includes(asset.state))
        expect(asset.hlsUrl !== null).toBe(asset.state === 'ready')
      }),
    )
  })
})
