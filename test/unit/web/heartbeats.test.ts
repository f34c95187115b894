import { describe, expect, it } from 'vitest'
import {
  addBeat,
  dropSent,
  type QueuedBeat,
  readQueue,
} from '../../../web/src/learning/queued-beats.ts'

const aBeat = (facts: Partial<QueuedBeat> = {}): QueuedBeat => ({
  courseId: 'crs_1',
  lessonId: 'les_1',
  positionSeconds: 10,
  durationSeconds: 100,
  completed: false,
  at: '2026-01-01T00:00:10.000Z',
  ...facts,
})

describe('the queue of heartbeats', () => {
  it('keeps the later of two beats for a lesson, whichever arrives last', () => {
    const early = aBeat()
    const late = aBeat({ positionSeconds: 20, at: '2026-01-01T00:00:20.000Z' })
    expect(addBeat([early], late)).toEqual([late])
    expect(addBeat([late], early)).toEqual([late])
  })

  it('never takes back that a lesson was completed', () => {
    const done = aBeat({ completed: true })
    const later = aBeat({ positionSeconds: 0, at: '2026-01-01T00:00:20.000Z' })
    expect(addBeat([done], later)).toEqual([{ ...later, completed: true }])
  })

  it('keeps a newer beat when an older one was taken by the server', () => {
    const newer = aBeat({ at: '2026-01-01T00:00:20.000Z' })
    expect(dropSent([newer], aBeat())).toEqual([newer])
    expect(dropSent([newer], newer)).toEqual([])
  })

  it('drops what it cannot read and keeps the rest', () => {
    expect(readQueue('not json')).toEqual([])
    expect(readQueue(JSON.stringify([aBeat(), { lessonId: 1 }, null]))).toEqual([aBeat()])
  })
})
