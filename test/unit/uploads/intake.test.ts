import { describe, expect, it } from 'vitest'
import { anUpload } from '#test/support/upload'
import { type Estimate, SMALL_SUM_USD, sumUp } from '#web/uploads/intake/intake.ts'
import { percentSent, uploadInWords, uploadsInWords } from '#web/uploads/tray/upload-words.ts'
import type { Upload } from '#web/uploads/upload.ts'

const itemWith = (estimate: Estimate) => ({
  id: 'one',
  chosen: { file: new File(['x'], 'a.mp4'), folder: '', handle: null },
  captions: [],
  estimate,
})
const costing = (costUsd: number) =>
  itemWith({
    kind: 'known',
    facts: { durationSeconds: 60, width: 1920, height: 1080 },
    rungs: [],
    cost: {
      totalUsd: costUsd,
      tier: 'basic',
      parts: [
        { kind: 'hd', outputs: 2, costUsd: costUsd / 2 },
        { kind: 'poster', outputs: 1, costUsd: costUsd / 2 },
      ],
    },
  })
const month = (spentUsd: number, limitUsd: number | null) => ({
  month: '2026-11',
  spentUsd,
  limitUsd,
  mayRelease: false,
})

describe('what encoding costs, before anything is sent', () => {
  it('says what the sum is made of, over all videos', () => {
    expect(sumUp([costing(0.4), costing(0.6)], null).parts).toEqual([
      { kind: 'hd', outputs: 4, costUsd: 0.5 },
      { kind: 'poster', outputs: 2, costUsd: 0.5 },
    ])
  })

  it('starts without a question while the sum is small and within the budget', () => {
    expect(sumUp([costing(0.4), costing(0.5)], month(0, 10))).toMatchObject({
      costUsd: 0.9,
      minutes: 2,
      ask: false,
    })
    expect(sumUp([costing(0.4)], month(0, null)).ask).toBe(false)
  })

  it('asks when it is not small, not known, beyond the budget, or something is refused', () => {
    expect(sumUp([costing(SMALL_SUM_USD), costing(0.01)], null).ask).toBe(true)
    expect(sumUp([itemWith({ kind: 'unknown', why: '' })], null)).toMatchObject({
      unknown: 1,
      ask: true,
    })
    expect(sumUp([costing(0.5)], month(9.8, 10))).toMatchObject({ overBudget: true, ask: true })
    const refused = sumUp([costing(0.1), itemWith({ kind: 'refused', why: '' })], null)
    expect(refused).toMatchObject({ ask: true, costUsd: 0.1 })
    expect(refused.accepted).toHaveLength(1)
  })

  it('waits for the last file to be read', () => {
    expect(sumUp([costing(0.1), itemWith({ kind: 'reading' })], null).reading).toBe(true)
  })
})

describe('uploads in words', () => {
  const half = (facts: Partial<Upload>) =>
    anUpload({
      sizeBytes: 2_000_000,
      sentBytes: 1_000_000,
      bytesPerSecond: 500_000,
      secondsLeft: 2,
      ...facts,
    })

  it('say how far, how fast and how long', () => {
    expect(uploadInWords(half({}))).toBe('1.0 MB of 2.0 MB · 500 kB/s · 2 sec left')
  })

  it('say why one waits and that it goes on by itself', () => {
    const lost = half({ state: 'offline', problem: 'The connection was lost.' })
    expect(uploadInWords(lost)).toBe('The connection was lost. It goes on by itself.')
    expect(uploadsInWords([lost])).toMatch(/^Waiting for the connection/)
  })

  it('sum up what is under way, what waits for somebody, and what is done', () => {
    const sent = half({ state: 'sent', sentBytes: 2_000_000 })
    expect(uploadsInWords([sent, half({})])).toBe('Sending 2 of 2')
    expect(uploadsInWords([sent, half({ state: 'needs-file' })])).toBe('1 upload waiting for you')
    expect(uploadsInWords([sent])).toBe('1 file sent')
    expect(percentSent([sent, half({}), half({ state: 'cancelled' })])).toBe(75)
  })
})
