import { describe, expect, it } from 'vitest'
import { liveSource, lookedInto } from '#core/videos/source/known-source'
import { assetOf, sourceFacts } from '#test/support/asset'

const live = sourceFacts({ durationSeconds: 60 })
const next = sourceFacts({ durationSeconds: 90 })

describe('What is known of the version that learners see', () => {
  it('is what the live version’s own source told, whatever replaces it', () => {
    const liveFacts = { source: live, rungs: [] }
    const ready = assetOf({ version: 1, liveVersion: 1, source: live, liveFacts })
    expect(liveSource(ready)).toBe(live)
    expect(liveSource({ ...ready, version: 2, source: null })).toBe(live)
    expect(liveSource({ ...ready, version: 2, source: next })).toBe(live)
    expect(lookedInto({ ...ready, version: 2, source: next })).toBe(next)
  })

  it('is never what a replacement told, nor anything before a version is live', () => {
    const replaced = assetOf({ version: 2, liveVersion: 1, source: next, liveFacts: undefined })
    expect(liveSource(replaced)).toBeNull()
    expect(liveSource(assetOf({ liveVersion: null, source: next }))).toBeNull()
  })

  it('is the source’s where a version was live before live facts were kept', () => {
    const old = assetOf({ version: 1, liveVersion: 1, source: live, liveFacts: undefined })
    expect(liveSource(old)).toBe(live)
  })
})
