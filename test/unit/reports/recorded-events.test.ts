import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pseudonym } from '#contract/events/recorded-event'
import { CourseId, LessonId } from '#contract/platform/ids'
import { RecordedEvent } from '#contract/reports/recorded-events'
import type { Beat } from '#core/progress/beat'
import { recordedEventsOf, userIdOf } from '#core/reports/recorded-events-of'
import type { RecordedChange } from '#core/reports/rows/record-row'

const person = Pseudonym.parse('a'.repeat(26))
const course = CourseId.parse('crs_01ARZ3NDEKTSV4RRFFQ69G5FAV')
const lesson = LessonId.parse('les_01ARZ3NDEKTSV4RRFFQ69G5FAV')
const asset = 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const at = Date.UTC(2026, 10, 28, 10)
const instant = (ms: number) => new Date(ms).toISOString()

const changeOf = (facts: Pick<RecordedChange, 'entity' | 'kind' | 'item'> & { before?: unknown }) =>
  ({ before: null, at, ...facts }) satisfies RecordedChange
const eventsOf = (...facts: Parameters<typeof changeOf>) =>
  recordedEventsOf(changeOf(...facts), person).map((event) => RecordedEvent.parse(event))

const enrolment = { userId: 'usr-1', courseId: course, enrolledAt: instant(at - 5_000) }
const beat: Beat = { at: at - 60_000, seconds: 30, fresh: [[0, 20]], again: [] }
const progress = { userId: 'usr-1', courseId: course, lessonId: lesson, revision: 1, beat }
const ofNobody = { id: expect.any(String), v: 1, course }
const shared = { ...ofNobody, person }

describe('of an enrolment', () => {
  it('is recorded that it began, when it did', () => {
    expect(eventsOf({ entity: 'enrolment', kind: 'created', item: enrolment })).toEqual([
      { ...shared, event: 'enrolled', at: at - 5_000 },
    ])
  })

  it('is recorded that it ended, by the stream’s clock', () => {
    expect(eventsOf({ entity: 'enrolment', kind: 'removed', item: enrolment })).toEqual([
      { ...shared, event: 'left', at },
    ])
  })

  it('is recorded once when all was complete, and nothing of what is only touched', () => {
    const done = { ...enrolment, countedVersion: 3, completedAt: instant(at - 1_000) }
    expect(
      eventsOf({ entity: 'enrolment', kind: 'changed', item: done, before: enrolment }),
    ).toEqual([{ ...shared, event: 'course_completed', at: at - 1_000, version: 3 }])
    expect(eventsOf({ entity: 'enrolment', kind: 'changed', item: done, before: done })).toEqual([])
  })

  it('tells each of several of one person by ids of its own', () => {
    const again = { ...enrolment, enrolledAt: instant(at) }
    const ids = [enrolment, again].flatMap((item) =>
      eventsOf({ entity: 'enrolment', kind: 'created', item }).map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(2)
  })
})

describe('of progress', () => {
  it('is recorded that a lesson was begun, and what its heartbeat told', () => {
    expect(eventsOf({ entity: 'progress', kind: 'created', item: progress })).toEqual([
      { ...shared, event: 'lesson_started', at: beat.at, lesson },
      { ...shared, event: 'learned', at: beat.at, lesson, seconds: 30 },
      { ...shared, event: 'watched', at: beat.at, lesson, from_s: 0, to_s: 20, again: false },
    ])
  })

  it('is not recorded as begun where it settled and came back, and completed only by its own beat', () => {
    const back = { ...progress, revision: 8, completed: true }
    const names = (item: object) =>
      eventsOf({ entity: 'progress', kind: 'created', item }).map(({ event }) => event)
    expect(names(back)).toEqual(['learned', 'watched'])
    expect(names({ ...back, beat: { ...beat, completes: true } })).toEqual([
      ...['learned', 'watched', 'lesson_completed'],
    ])
  })

  it('is recorded nothing where it settles, where an earlier version wrote it, where no beat did', () => {
    const before = { ...progress, beat: undefined, revision: undefined }
    for (const facts of [
      { kind: 'removed', item: progress },
      { kind: 'created', item: before },
      { kind: 'changed', item: progress, before: progress },
    ] as const)
      expect(eventsOf({ entity: 'progress', ...facts })).toEqual([])
  })

  it('says of every stretch whether it was watched before', () => {
    const both = { ...beat, fresh: [[0, 5]], again: [[5, 9]] }
    const told = eventsOf({
      ...{ entity: 'progress', kind: 'changed', before: progress },
      item: { ...progress, revision: 2, beat: both },
    } as const).filter(({ event }) => event === 'watched')
    expect(told.map((event) => 'again' in event && [event.from_s, event.again])).toEqual([
      ...[
        [0, false],
        [5, true],
      ],
    ])
  })
})

describe('of a course and of a video', () => {
  it('is recorded a version that is published, though it be an earlier one again', () => {
    const before = { id: course, title: 'Never told', publishedVersion: 2, publishedAt: instant(1) }
    const item = { ...before, publishedVersion: 1, publishedAt: instant(at) }
    expect(eventsOf({ entity: 'course', kind: 'changed', item, before })).toEqual([
      { ...ofNobody, event: 'course_published', at, version: 1 },
    ])
    const renamed = { ...item, title: 'Another' }
    expect(eventsOf({ entity: 'course', kind: 'changed', item: renamed, before: item })).toEqual([])
  })

  it('is recorded a version that is ready, with its estimate and its size, once', () => {
    const before = {
      ...{ id: asset, courseId: course, version: 2, liveVersion: 1, stateSince: instant(at) },
      ...{ sizeBytes: 1_000, estimatedCostUsd: 0.25, source: { durationSeconds: 61.5 } },
    }
    const item = { asset: { ...before, liveVersion: 2 } }
    const facts = { asset, version: 2, duration_s: 61.5, cost_usd: 0.25, source_bytes: 1_000 }
    const change = { entity: 'asset', kind: 'changed', item, before: { asset: before } } as const
    expect(eventsOf(change)).toEqual([{ ...ofNobody, event: 'video_encoded', at, ...facts }])
    expect(eventsOf({ ...change, before: item })).toEqual([])
    const shelfless = { asset: { ...item.asset, courseId: null } }
    expect(eventsOf({ ...change, item: shelfless })).toEqual([])
  })
})

describe('an event’s id', () => {
  const idsOf = (change: RecordedChange, as = person) =>
    recordedEventsOf(change, as).map(({ id }) => id)
  const change = fc
    .record({
      ...{ revision: fc.integer({ min: 1, max: 5 }), second: fc.nat(100) },
      ...{ lesson: fc.constantFrom('0', '1', '2'), user: fc.constantFrom('u1', 'u2') },
      starts: fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 4 }),
    })
    .map(({ revision, second, lesson, user, starts }) =>
      changeOf({
        ...{ entity: 'progress', kind: 'created' },
        item: {
          ...{ ...progress, userId: user, revision },
          lessonId: `les_0${lesson}ARZ3NDEKTSV4RRFFQ69G5FA`.slice(0, 29).padEnd(30, '0'),
          beat: { ...beat, at: at + second, fresh: starts.map((from) => [from, from + 1]) },
        },
      }),
    )

  it('is the same of the same change, told again, and no other’s', () => {
    fc.assert(
      fc.property(change, (one) => {
        expect(idsOf(structuredClone(one))).toEqual(idsOf(one))
        expect(new Set(idsOf(one)).size).toBe(idsOf(one).length)
      }),
    )
  })

  it('is another of another person, and says nothing that knows theirs by their user id alone', () => {
    const one = changeOf({ entity: 'progress', kind: 'created', item: progress })
    expect(userIdOf(one)).toBe('usr-1')
    const ids = [...idsOf(one), ...idsOf(one, Pseudonym.parse('b'.repeat(26)))]
    expect(new Set(ids).size).toBe(6)
    const renamed = changeOf({
      ...{ entity: 'progress', kind: 'created' },
      item: { ...progress, userId: 'usr-2' },
    })
    expect(idsOf(renamed)).toEqual(idsOf(one))
  })
})
