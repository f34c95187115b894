import { describe, expect, it } from 'vitest'
import { encodeProgress } from '#web/videos/encode-progress.ts'

const SINCE = '2026-11-24T06:00:00.000Z'
const minutesLater = (minutes: number) => Date.parse(SINCE) + minutes * 60_000

const encode = (facts: Partial<Parameters<typeof encodeProgress>[0]> = {}) => ({
  phase: null,
  percent: null,
  stateSince: SINCE,
  durationSeconds: 600,
  ...facts,
})

describe('How far an encode is', () => {
  it('is its percentage, where one is told', () => {
    expect(encodeProgress(encode({ percent: 40, phase: 'transcoding' }), minutesLater(3))).toEqual({
      words: 'Being prepared, 40 %',
      value: 40,
    })
  })

  it('is else its phase, the time so far, and what a video of its length takes', () => {
    const words = (phase: 'probing' | 'transcoding' | 'uploading' | null, minutes: number) =>
      encodeProgress(encode({ phase }), minutesLater(minutes)).words
    expect(words(null, 0)).toBe('Being prepared, about 11 min')
    expect(words('probing', 0.5)).toBe('Reading the file, about 11 min')
    expect(words('transcoding', 3.9)).toBe('Encoding, 3 min of about 11 min')
    expect(words('uploading', 20)).toBe('Almost done, for 20 min (usually 11 min)')
  })

  it('fills its bar by the estimate, never to the end', () => {
    const value = (minutes: number) => encodeProgress(encode(), minutesLater(minutes)).value
    expect([-5, 0, 5.5, 11, 600].map(value)).toEqual([0, 0, 50, 95, 95])
  })

  it('has no bar where not even the length is known', () => {
    expect(encodeProgress(encode({ durationSeconds: null }), minutesLater(2))).toEqual({
      words: 'Being prepared, for 2 min so far',
      value: null,
    })
  })
})
