import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LessonId } from '#contract/platform/ids'
import { Heartbeat, type WatchedRanges } from '#contract/progress/progress'
import { makeStorage } from '#test/support/page'
import { rangesOf } from '#web/player/state/use-reports.ts'
import { keptBeats } from '#web/progress/kept-beats.ts'
import { addBeat, dropSent, type QueuedBeat, readQueue } from '#web/progress/queued-beats.ts'

const lessonId = (n: number): LessonId => `les_${`${n}`.padStart(26, '0')}`
const aBeat = (facts: Partial<QueuedBeat> = {}): QueuedBeat => ({
  courseId: 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  lessonId: lessonId(1),
  positionSeconds: 10,
  durationSeconds: 100,
  watched: [[0, 10]],
  completed: false,
  at: '2026-01-01T00:00:10.000Z',
  ...facts,
})

describe('the queue of heartbeats', () => {
  it('keeps the last of two beats for a lesson, though the clock was set back between them', () => {
    const early = aBeat({ at: '2026-01-01T01:00:10.000Z' })
    const late = aBeat({ positionSeconds: 20, at: '2026-01-01T00:00:20.000Z' })
    expect(addBeat([early], late)).toEqual([late])
  })

  it('adds up what was watched while nothing could be sent', () => {
    const after = aBeat({ watched: [[50, 60]], at: '2026-01-01T00:01:00.000Z' })
    const both: WatchedRanges = [
      [0, 10],
      [50, 60],
    ]
    expect(addBeat([aBeat()], after)).toEqual([{ ...after, watched: both }])
  })

  it('never takes back that a lesson was completed', () => {
    const done = aBeat({ completed: true })
    const later = aBeat({ positionSeconds: 0, at: '2026-01-01T00:00:20.000Z' })
    expect(addBeat([done], later)).toEqual([{ ...later, completed: true }])
  })

  it('keeps what came to a lesson while its beat was under way, in the same millisecond too', () => {
    const newer = aBeat({ watched: [[0, 12]] })
    expect(dropSent([newer], aBeat())).toEqual([newer])
    expect(dropSent([newer], newer)).toEqual([])
  })

  it('holds 200 lessons at most, the latest ones', () => {
    const evening = Array.from({ length: 250 }, (_, n) => aBeat({ lessonId: lessonId(n) }))
    const queue = evening.reduce<QueuedBeat[]>(addBeat, [])
    expect(queue).toEqual(evening.slice(50))
  })

  it('drops what it cannot read and keeps the rest', () => {
    expect(readQueue('not json')).toEqual([])
    const { watched: _, ...old } = aBeat()
    const odd = { ...old, watched: [[1], 'a', [3, 4], [null, 2]] }
    expect(
      readQueue(
        JSON.stringify([aBeat(), { lessonId: 1 }, { ...old, lessonId: 'les_1' }, null, old, odd]),
      ),
    ).toEqual([aBeat(), aBeat({ watched: [] }), aBeat({ watched: [[3, 4]] })])
  })
})

describe('what a browser keeps', () => {
  const start = Date.parse('2026-01-01T00:00:10.000Z')
  let now = start
  const open = (storage: Storage, tab: string, person = 'beats.lin') =>
    keptBeats(storage, person, tab, () => now)

  it('is sent by whichever tab there is, and gone when it was taken', () => {
    const storage = makeStorage()
    open(storage, 'closed').add(aBeat())
    now = start + 61_000
    const later = open(storage, 'open')
    expect(later.all()).toEqual([aBeat()])
    later.drop(aBeat())
    expect(later.all()).toEqual([])
    expect(Object.keys(storage)).toEqual([])
  })

  it('is not taken out of the hands of a tab that is still playing', () => {
    now = start + 1000
    const storage = makeStorage()
    const playing = open(storage, 'playing')
    playing.add(aBeat())
    open(storage, 'other').drop(aBeat())
    expect(playing.all()).toEqual([aBeat()])
    playing.drop(aBeat())
    expect(playing.all()).toEqual([])
  })

  it('loses nothing when two tabs show the same lesson', () => {
    const storage = makeStorage()
    const tabs = [open(storage, 'one'), open(storage, 'two')]
    tabs[0]?.add(aBeat())
    tabs[1]?.add(aBeat({ watched: [[40, 60]] }))
    tabs[0]?.drop(aBeat())
    expect(tabs[0]?.all()).toEqual([aBeat({ watched: [[40, 60]] })])
  })

  it('takes up what an earlier version of the client kept', () => {
    const storage = makeStorage()
    storage.setItem('beats.lin', JSON.stringify([aBeat()]))
    expect(open(storage, 'one').all()).toEqual([aBeat()])
  })

  it('is one person’s: another’s beats are neither seen nor sent', () => {
    const storage = makeStorage()
    open(storage, 'one', 'beats.lin').add(aBeat())
    expect(open(storage, 'two', 'beats.li').all()).toEqual([])
  })

  it('answers a new beat with all that this tab keeps of its lesson', () => {
    const kept = open(makeStorage(), 'one')
    kept.add(aBeat())
    const merged = kept.add(aBeat({ watched: [[20, 30]], at: '2026-01-01T00:00:20.000Z' }))
    expect(merged.watched).toEqual([
      [0, 10],
      [20, 30],
    ])
  })
})

describe('a report', () => {
  const timeRanges = (ranges: readonly (readonly [number, number])[]) => ({
    length: ranges.length,
    start: (at: number) => ranges[at]?.[0] ?? Number.NaN,
    end: (at: number) => ranges[at]?.[1] ?? Number.NaN,
  })

  it('is taken by the contract and far below the 64 kB that a closing page may send', () => {
    const played = fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 86_400, noNaN: true }),
        fc.double({ min: 0, max: 86_400, noNaN: true }),
      ),
      {
        minLength: 300,
        maxLength: 2000,
      },
    )
    fc.assert(
      fc.property(played, (ranges) => {
        const { courseId, lessonId, ...beat } = aBeat({ watched: rangesOf(timeRanges(ranges)) })
        const body = { ...beat, sentAt: beat.at }
        expect(Heartbeat.parse(body)).toEqual(body)
        expect(JSON.stringify(body).length).toBeLessThan(64_000 / 8)
      }),
      { numRuns: 30 },
    )
  })

  it('says what was played to hundredths of a second', () => {
    expect(rangesOf(timeRanges([[0.123456, 4.5678]]))).toEqual([[0.12, 4.57]])
  })
})
