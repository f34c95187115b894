import { describe, expect, it } from 'vitest'
import { Pseudonym } from '#contract/events/recorded-event'
import { RecordedEvent } from '#contract/reports/recorded-events'
import { backfillKey, wholeKey } from '#core/reports/backfill/backfill-keys'
import { eventsThatStood, SURENESS } from '#core/reports/backfill/events-that-stood'
import { recordedEventsOf } from '#core/reports/recorded-events-of'
import { newsOf } from '#functions/reporter/news-of'

const person = Pseudonym.parse('a'.repeat(26))
const at = Date.UTC(2026, 10, 28, 10)
const later = at + 1
const progress = {
  ...{ userId: 'usr-1', courseId: 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV' },
  ...{ lessonId: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAV', positionSeconds: 0, completed: true },
  ...{
    watched: [
      [0, 900],
      [950, 1000],
    ],
    updatedAt: new Date(at).toISOString(),
    revision: 5,
  },
}
const beat = { at, seconds: 20, fresh: [[880, 900]], again: [[0, 5]] }
const tell = (item: object, from = later, isSettled = false) =>
  eventsThatStood({ entity: 'progress', item: { ...progress, ...item }, isSettled }, from, person)
const shown = (told: ReturnType<typeof tell>) =>
  told.map(({ event, sureness }) => {
    RecordedEvent.parse(event)
    const what = event.event === 'watched' ? [event.from_s, event.to_s] : []
    return [sureness, event.event, ...(event.event === 'learned' ? [event.seconds] : what)]
  })

describe('of progress that stands, a backfill tells', () => {
  it('the last heartbeat as the stream did, and the rest as it was by then', () => {
    expect(shown(tell({ beat }))).toEqual([
      [SURENESS.exact, 'learned', 20],
      [SURENESS.exact, 'watched', 880, 900],
      [SURENESS.exact, 'watched', 0, 5],
      [SURENESS.estimated, 'lesson_started'],
      [SURENESS.estimated, 'watched', 0, 880],
      [SURENESS.estimated, 'watched', 950, 1000],
      [SURENESS.estimated, 'learned', 600],
      [SURENESS.estimated, 'learned', 330],
      [SURENESS.estimated, 'lesson_completed'],
    ])
  })

  it('with the same ids as the stream, and every event with one of its own', () => {
    const change = { entity: 'progress', kind: 'changed', before: {}, at } as const
    const streamed = recordedEventsOf(
      {
        ...change,
        item: { ...progress, beat },
        before: progress.revision ? { ...progress, revision: 4 } : null,
      },
      person,
    )
    const told = tell({ beat }).map(({ event }) => event)
    expect(told.slice(0, 3)).toEqual(streamed)
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length)
  })

  it('of what somebody touched since recording began, the last heartbeat alone', () => {
    expect(shown(tell({ beat }, at)).map(([sureness]) => sureness)).toEqual([0, 0, 0])
    expect(tell({}, at)).toEqual([])
  })

  it('what it knows for certain not a second time', () => {
    const whole = {
      watched: [[0, 30]],
      revision: 1,
      beat: { ...beat, fresh: [[0, 30]], again: [], completes: true },
    }
    expect(shown(tell(whole))).toEqual([
      [SURENESS.exact, 'lesson_started'],
      [SURENESS.exact, 'learned', 20],
      [SURENESS.exact, 'watched', 0, 30],
      [SURENESS.exact, 'lesson_completed'],
    ])
  })

  it('nothing certain of what settled', () => {
    expect(new Set(shown(tell({}, later, true)).map(([sureness]) => sureness))).toEqual(
      new Set([SURENESS.settled]),
    )
  })
})

it('of a course that was never published, and of items that are not recorded, tells nothing', () => {
  for (const entity of ['course', 'module'])
    expect(
      eventsThatStood({ entity, item: { id: progress.courseId }, isSettled: false }, later, person),
    ).toEqual([])
})

it('the reporter leaves days to whoever filled them in, and those that were only put together', () => {
  const created = (key: string) => ({
    ...{ id: '1', time: '', source: 'aws.s3', 'detail-type': 'Object Created' },
    detail: {
      bucket: { name: 'lake' },
      object: { key, size: 1, etag: '', sequencer: '1' },
      reason: 'PutObject',
    },
  })
  const key = backfillKey('0169-2d87', 'left', '2026-11-27')
  for (const one of [key, wholeKey('left', '2026-11-27', at)])
    expect(newsOf(created(one), new Date(at))).toBeNull()
  expect(newsOf(created(key.replace('backfill-', 'stream-')), new Date(at))).toEqual({
    ...{ day: '2026-11-27', isOver: false },
  })
})
