import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CourseId, LessonId } from '#contract/platform/ids'
import type { RecordedEvent } from '#contract/reports/recorded-events'
import { newId } from '#core/platform/ids'
import { CourseFacts, factKeys, SiteFacts, WeekFacts } from '#core/reports/facts/facts'
import { countActive, workOutDay } from '#core/reports/facts/work-out-day'
import { keepTitles } from '#core/reports/titles/keep-titles'
import { TitleFacts, titleKey } from '#core/reports/titles/title-facts'
import { simulatedLearning } from '#test/support/simulated-learning'
import { startLake } from '#test/support/warehouse'

let lake: Awaited<ReturnType<typeof startLake>>
beforeAll(async () => {
  lake = await startLake()
}, 60_000)
afterAll(() => lake?.close())

const DAY = '2026-11-27'
const NOON = Date.parse(`${DAY}T12:00:00.000Z`)
const deps = () => ({ ...lake, clock: { now: () => new Date(NOON + 3_600_000) } })
const course = CourseId.parse(newId('crs', new Date(NOON)))
const lesson = LessonId.parse(newId('les', new Date(NOON)))
const person = (n: number) => String(n).padStart(26, '0')
const shared = { v: 1, course, at: NOON } as const
const watched = (id: string, n: number, from_s: number, to_s: number, again = false) =>
  ({ event: 'watched', ...shared, id, person: person(n), lesson, from_s, to_s, again }) as const

const factsOf = async () =>
  (await lake.facts.read(factKeys.course(course, '2026-11'), CourseFacts))?.[DAY]

describe('a day that is worked out', () => {
  const events: RecordedEvent[] = [
    { event: 'enrolled', ...shared, id: 'e1', person: person(1) },
    { event: 'enrolled', ...shared, id: 'e2', person: person(2) },
    { event: 'left', ...shared, id: 'l2', at: NOON + 5, person: person(2) },
    { event: 'lesson_started', ...shared, id: 's1', person: person(1), lesson },
    { event: 'learned', ...shared, id: 'b1', at: NOON + 1, person: person(1), lesson, seconds: 30 },
    {
      event: 'learned',
      ...shared,
      id: 'b2',
      at: NOON + 2,
      person: person(1),
      lesson,
      seconds: 12.5,
    },
    watched('w1', 1, 0, 2.5),
    watched('w2', 1, 1, 2, true),
    { event: 'lesson_completed', ...shared, id: 'c1', at: NOON + 3, person: person(1), lesson },
    { event: 'course_completed', ...shared, id: 'd1', at: NOON + 4, person: person(1), version: 1 },
    { event: 'course_published', ...shared, id: 'p1', version: 3 },
  ]

  const expected = {
    active: 2,
    enrolled: 2,
    left: 1,
    completed: 1,
    seconds: 42.5,
    lessons: { [lesson]: [1, 1, 42.5] },
    curves: {
      [lesson]: [
        [0, 1, 1],
        [1, 1, 0],
        [2, -1.5, -0.5],
        [3, -0.5, -0.5],
      ],
    },
    people: {
      [person(1)]: {
        ...{ seconds: 42.5, completed: 1, lastAt: NOON + 4, lastLesson: lesson },
        ...{ done: true, left: false },
      },
      [person(2)]: {
        ...{ seconds: 0, completed: 0, lastAt: NOON + 5, lastLesson: null },
        ...{ done: false, left: true },
      },
    },
  }

  it('says what was recorded of it, and the same again of events that come twice', async () => {
    await lake.write(events)
    await workOutDay(deps(), DAY)
    expect(await factsOf()).toEqual(expected)
    await lake.write(events)
    await workOutDay(deps(), DAY)
    expect(await factsOf()).toEqual(expected)
  })

  it('counts an event once by its id, whatever else of it is told otherwise', async () => {
    await lake.write([
      // As a later version might: a number written otherwise, a moment that the stream told a second later.
      {
        ...shared,
        event: 'learned',
        id: 'b2',
        at: NOON + 2,
        person: person(1),
        lesson,
        seconds: 12.25,
      },
      { ...shared, event: 'left', id: 'l2', at: NOON + 4, person: person(2) },
      { ...watched('w1', 1, 0, 2.5), again: true, at: NOON - 1 },
      { event: 'course_published', ...shared, id: 'p1', at: NOON + 9, version: 2 },
    ])
    await workOutDay(deps(), DAY)
    const { curves, ...others } = expected
    expect(await factsOf()).toMatchObject(others)
    // How often it was watched; whether for the first time, both told.
    expect((await factsOf())?.curves[lesson]?.map(([part, plays]) => [part, plays])).toEqual(
      curves[lesson]?.map(([part, plays]) => [part, plays]),
    )
  })

  it('is worked out whole when something comes late', async () => {
    await lake.write([{ event: 'enrolled', ...shared, id: 'e3', person: person(3) }])
    await workOutDay(deps(), DAY)
    expect(await factsOf()).toMatchObject({ active: 3, enrolled: 3, seconds: 42.5 })
  })

  it('counts people of the site once, however many courses they are in', async () => {
    const other = CourseId.parse(newId('crs', new Date(NOON + 1)))
    await lake.write([{ event: 'enrolled', ...shared, id: 'o1', course: other, person: person(1) }])
    await workOutDay(deps(), DAY)
    await countActive(deps(), DAY)
    const site = (await lake.facts.read(factKeys.site('2026-11'), SiteFacts))?.[DAY]
    expect(site).toMatchObject({ active: 3, active7: 3, active30: 3 })
    expect(site?.courses[other]).toMatchObject({ active: 1, enrolled: 1 })
    const week = await lake.facts.read(factKeys.week(person(1)), WeekFacts)
    expect(week?.[person(1)]).toEqual({ [DAY]: [42.5, 1] })
  })

  it('has the titles of what was published, each read once', async () => {
    const asked: string[] = []
    const titles = {
      of: async (courseId: string, version: number | null) => {
        asked.push(`${courseId} ${version}`)
        return `Title ${version}`
      },
    }
    await keepTitles({ ...deps(), titles })
    await keepTitles({ ...deps(), titles })
    await lake.write([{ event: 'course_published', ...shared, id: 'p2', version: 4 }])
    await workOutDay(deps(), DAY)
    await keepTitles({ ...deps(), titles })
    expect(asked).toEqual([`${course} 3`, `${course} 4`])
    expect(await lake.facts.read(titleKey, TitleFacts)).toEqual({ [course]: [4, 'Title 4'] })
  })

  it('loses nothing to another that is written at the same moment', async () => {
    const days = Array.from({ length: 6 }, (_, n) => `2026-10-${String(n + 10)}`)
    for (const [n, day] of days.entries())
      await lake.write([
        {
          ...{ event: 'enrolled', ...shared, id: `m${n}`, person: person(1) },
          at: Date.parse(`${day}T10:00:00.000Z`),
        },
      ])
    await Promise.all(days.map((day) => workOutDay(deps(), day)))
    const month = await lake.facts.read(factKeys.course(course, '2026-10'), CourseFacts)
    expect(Object.keys(month ?? {}).sort()).toEqual(days)
  })
})

it('says of an hour of learning what a recount of its events says', async () => {
  const { events, at } = simulatedLearning({ seed: 7, people: 40, courses: 3, lessons: 5 })
  const day = new Date(at).toISOString().slice(0, 10)
  await lake.write(events)
  await workOutDay({ ...deps(), clock: { now: () => new Date(at) } }, day)
  const recount = await lake.warehouse.ask({
    sql: `SELECT course, lesson, count(DISTINCT id) AS begun FROM events WHERE event = 'lesson_started' AND "date" = '${day}' GROUP BY course, lesson`,
    row: z.object({ course: CourseId, lesson: LessonId, begun: z.number() }),
  })
  expect(recount.length).toBeGreaterThan(10)
  for (const { course: id, lesson: of, begun } of recount) {
    const facts = await lake.facts.read(factKeys.course(id, day.slice(0, 7)), CourseFacts)
    expect(facts?.[day]?.lessons[of]?.[0]).toBe(begun)
  }
  // By hand, without a statement: what each second of one video was watched.
  const [first] = recount
  if (!first) throw new Error('nobody began')
  const facts = await lake.facts.read(factKeys.course(first.course, day.slice(0, 7)), CourseFacts)
  const steps = facts?.[day]?.curves[first.lesson] ?? []
  for (const second of [0, 1, 17, 60, 200]) {
    const plays = events
      .filter((one) => one.event === 'watched' && one.lesson === first.lesson)
      .reduce(
        (sum, one) =>
          one.event === 'watched'
            ? sum + Math.max(0, Math.min(one.to_s, second + 1) - Math.max(one.from_s, second))
            : sum,
        0,
      )
    const told = steps.filter(([at]) => at <= second).reduce((sum, [, change]) => sum + change, 0)
    expect(told).toBeCloseTo(plays, 3)
  }
}, 60_000)

it('says the same of a day whose files were put together into one each, with what came twice once', async () => {
  const folders = ['enrolled', 'learned', 'watched'].map(
    (event) => `events/event=${event}/date=${DAY}/`,
  )
  const before = await factsOf()
  for (const folder of folders) expect(lake.keys(folder).length).toBeGreaterThan(1)
  expect(await lake.run('compact-lake', '--from', DAY, '--to', DAY)).toContain('put together')
  for (const folder of folders) expect(lake.keys(folder)).toHaveLength(1)
  await lake.deleteAll('facts/')
  await workOutDay(deps(), DAY)
  expect(await factsOf()).toEqual(before)
  const twice = `SELECT count(*) AS n FROM (SELECT id FROM events WHERE "date" = '${DAY}' GROUP BY id HAVING count(*) > 1) AS t`
  expect(await lake.warehouse.ask({ sql: twice, row: z.object({ n: z.number() }) })).toEqual([
    { n: 0 },
  ])
  // What is one already stays as it is; a day that is not over is refused.
  const keys = lake.keys('events/')
  await lake.run('compact-lake', '--from', DAY, '--to', DAY)
  expect(lake.keys('events/')).toEqual(keys)
  await expect(lake.run('compact-lake', '--to', '2999-01-01')).rejects.toThrow('that is over')
}, 120_000)
