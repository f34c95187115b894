import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOf, writeLessons } from '#adapters/dynamo/courses/syllabus-text'
import { readRelease, writeRelease } from '#adapters/dynamo/publishing/release-text'
import { releaseOf, rulesAt } from '#contract/rules/outline'
import { nextOpening, waitsOf } from '#contract/rules/release'
import type { Rule } from '#contract/rules/rule'
import { anyInstant, anyModules, anyZone, lessonId, moduleId } from './courses.ts'

const enrolledAt = '2026-09-10T22:30:00.000Z'
const timeZone = 'Europe/Madrid'
const lesson = (n: number, ...rules: Rule[]) => ({ id: lessonId(n), title: `Lesson ${n}`, rules })
const learner = (...done: number[]) => ({ enrolledAt, completed: new Set(done.map(lessonId)) })
const at = (instant: string) => new Date(instant)
const now = at('2026-09-12T10:00:00.000Z')

describe('a lesson with rules', () => {
  it('opens when the day begins on the clocks of the course', () => {
    const one = lesson(1, { when: 'day', on: '2026-10-26' })
    const release = releaseOf({ timeZone, modules: [{ id: moduleId(1), lessons: [one] }] })
    const waits = (instant: string) => waitsOf(release, one, learner(), at(instant))
    expect(waits('2026-10-25T22:59:59.999Z')).toEqual([
      { code: 'opens', at: '2026-10-25T23:00:00.000Z' },
    ])
    expect(waits('2026-10-25T23:00:00.000Z')).toEqual([])
  })

  it('opens so many calendar days after the enrolment, over a change of the clock', () => {
    const one = lesson(1, { when: 'days', after: 46 })
    const release = releaseOf({ timeZone, modules: [{ id: moduleId(1), lessons: [one] }] })
    // In Madrid the enrolment was at half past midnight of the 11th, so it is 46 days later on 27 October.
    const opens = '2026-10-26T23:00:00.000Z'
    expect(waitsOf(release, one, learner(), now)).toEqual([{ code: 'opens', at: opens, days: 46 }])
    expect(waitsOf(release, one, learner(), at(opens))).toEqual([])
  })

  it('opens after another, after a module, or after a share of it', () => {
    const [a, b, c] = [lesson(1), lesson(2), lesson(3)]
    const after = lesson(4, { when: 'lesson', lessonId: a.id })
    const whole = lesson(5, { when: 'module', moduleId: moduleId(1), percent: 100 })
    const half = lesson(6, { when: 'module', moduleId: moduleId(1), percent: 50 })
    const release = releaseOf({
      timeZone,
      modules: [
        { id: moduleId(1), lessons: [a, b, c] },
        { id: moduleId(2), lessons: [after, whole, half] },
      ],
    })
    const waits = (one: typeof a, ...done: number[]) => waitsOf(release, one, learner(...done), now)
    expect(waits(after)).toEqual([{ code: 'after_lesson', lessonId: a.id }])
    expect(waits(after, 1)).toEqual([])
    const ofModule = { code: 'after_module', moduleId: moduleId(1) }
    expect(waits(half, 1)).toEqual([{ ...ofModule, percent: 50, done: 1, needed: 2 }])
    expect(waits(half, 1, 3)).toEqual([])
    expect(waits(whole, 1, 3)).toEqual([{ ...ofModule, percent: 100, done: 2, needed: 3 }])
    expect(waits(whole, 1, 2, 3)).toEqual([])
  })

  it('waits for all of its own and its module’s rules, each once', () => {
    const day: Rule = { when: 'day', on: '2026-10-26' }
    const own = lesson(2, { when: 'lesson', lessonId: lessonId(1) }, day)
    const module = { id: moduleId(1), rules: [day], lessons: [lesson(1), own] }
    const release = releaseOf({ timeZone, modules: [module] })
    expect(waitsOf(release, own, learner(), now).map(({ code }) => code)).toEqual([
      ...['opens', 'after_lesson'],
    ])
    expect(waitsOf(release, lesson(1), learner(), now)).toHaveLength(1)
  })

  it('is open to whoever teaches, and to everyone where it is a preview', () => {
    const rule: Rule = { when: 'lesson', lessonId: lessonId(1) }
    const preview = { ...lesson(2, rule), audience: { who: 'everyone' } as const }
    const own = lesson(3, rule)
    const modules = [{ id: moduleId(1), rules: [rule], lessons: [preview, own] }]
    const release = releaseOf({ timeZone, modules })
    expect(waitsOf(release, preview, learner(), now)).toEqual([])
    expect(waitsOf(release, own, { enrolledAt: null, completed: new Set() }, now)).toEqual([])
  })

  it('stays open to whoever completed it, whatever rule or date comes later', () => {
    const from = '2027-01-01T00:00:00.000Z'
    const own = {
      ...lesson(2, { when: 'lesson', lessonId: lessonId(1) }),
      audience: { who: 'members', from } as const,
    }
    const release = releaseOf({ timeZone, modules: [{ id: moduleId(1), lessons: [own] }] })
    expect(waitsOf(release, own, learner(), now)).toHaveLength(2)
    expect(waitsOf(release, own, learner(2), now)).toEqual([])
  })
})

describe('in any course', () => {
  const given = fc.record({ modules: anyModules, timeZone: anyZone })
  const doneIn = (modules: Parameters<typeof releaseOf>[0]['modules']) =>
    fc.subarray(modules.flatMap(({ lessons }) => lessons.map(({ id }) => id)))

  it('who has done more, or comes later, finds no lesson closed that was open', () => {
    const asked = given.chain((course) =>
      fc.record({
        course: fc.constant(course),
        done: doneIn(course.modules),
        more: doneIn(course.modules),
        times: fc.tuple(anyInstant, anyInstant),
      }),
    )
    fc.assert(
      fc.property(asked, ({ course, done, more, times }) => {
        const release = releaseOf(course)
        const [sooner, later] = times.toSorted((one, other) => one.getTime() - other.getTime())
        const closed = (completed: string[], instant: Date | undefined) =>
          course.modules
            .flatMap(({ lessons }) => lessons)
            .filter((one) => {
              const who = { enrolledAt, completed: new Set(completed) }
              return waitsOf(release, one, who, instant ?? now).length > 0
            })
            .map(({ id }) => id)
        const before = closed(done, sooner)
        for (const id of closed([...done, ...more], later)) expect(before).toContain(id)
      }),
    )
  })

  it('nothing opens by the clock before the time that is told next', () => {
    fc.assert(
      fc.property(given, anyInstant, (course, instant) => {
        const release = releaseOf(course)
        const lessons = course.modules.flatMap((module) => module.lessons)
        const waitsAt = (then: Date) => lessons.map((one) => waitsOf(release, one, learner(), then))
        const waits = waitsAt(instant)
        const next = nextOpening(waits)
        if (next === null) {
          expect(waitsAt(new Date('2040-01-01'))).toEqual(waits)
          return
        }
        expect(next).toBeGreaterThan(instant.getTime())
        expect(waitsAt(new Date(next - 1))).toEqual(waits)
        expect(waitsAt(new Date(next))).not.toEqual(waits)
      }),
    )
  })

  it('server and client decide alike: by what is stored of a version, without the days that have come', () => {
    fc.assert(
      fc.property(
        given.chain((course) =>
          fc.record({ course: fc.constant(course), done: doneIn(course.modules) }),
        ),
        fc.tuple(anyInstant, anyInstant),
        ({ course, done }, times) => {
          const [published, instant] = times.toSorted((one, two) => one.getTime() - two.getTime())
          if (!published || !instant) return
          const drafted = releaseOf(course)
          const lines = course.modules.map((module) => ({
            id: module.id,
            lessons: module.lessons.map(({ id, audience }) => ({
              ...{ id, audience },
              rules: rulesAt(drafted.rules.get(id) ?? [], course.timeZone, published),
            })),
          }))
          const client = releaseOf({ timeZone: course.timeZone, modules: lines })
          const lessons = lines.flatMap((module) => module.lessons)
          const order = orderOf(
            writeLessons(lessons.map(({ id }) => ({ kind: 'article', id: id as never }))),
          )
          const server = readRelease(writeRelease(client, order), order)
          const who = { enrolledAt, completed: new Set<string>(done) }
          for (const one of lessons) {
            const waits = waitsOf(client, one, who, instant)
            expect(waitsOf(server, one, who, instant)).toEqual(waits)
            expect(waitsOf(drafted, one, who, instant)).toEqual(waits)
          }
        },
      ),
    )
  })
})
