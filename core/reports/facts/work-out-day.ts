import type { z } from 'zod'
import type { Day } from '#contract/reports/report'
import type { Clock } from '#core/platform/clock'
import { dayOf, daysBefore } from './days.ts'
import {
  AsOfFacts,
  CourseFacts,
  type CourseFactsDay,
  factKeys,
  monthOf,
  PublishedFacts,
  SiteFacts,
  WeekFacts,
} from './facts.ts'
import type { FactStore, Statement, Warehouse } from './ports.ts'
import { activePeople, courseDays, lessonDays, personDays, watchedSteps } from './statements.ts'

export interface FactDeps {
  readonly warehouse: Warehouse
  readonly facts: FactStore
  readonly clock: Clock
}

type RowOf<S> = S extends (day: Day) => Statement<infer Row> ? Row : never

interface Rows {
  readonly courses: readonly RowOf<typeof courseDays>[]
  readonly lessons: readonly RowOf<typeof lessonDays>[]
  readonly steps: readonly RowOf<typeof watchedSteps>[]
  readonly people: readonly RowOf<typeof personDays>[]
}

/** A learner's own days are kept as long as a streak is told. */
export const DAYS_KEPT = 35
/** Files that are written at once. */
const AT_ONCE = 16

/**
 * Works out a day anew from all that was recorded of it, and writes it in the place of what was known: the same again, if
 * nothing came. Rejects where the warehouse or the store do not answer; what was written till then stays true.
 */
export async function workOutDay(deps: FactDeps, day: Day): Promise<void> {
  const { warehouse, facts, clock } = deps
  const began = clock.now().toISOString()
  const [courses, lessons, steps, people, site] = await Promise.all([
    warehouse.ask(courseDays(day)),
    warehouse.ask(lessonDays(day)),
    warehouse.ask(watchedSteps(day)),
    warehouse.ask(personDays(day)),
    warehouse.ask(activePeople(day, day)),
  ])
  const ofDay = factsOf({ courses, lessons, steps, people })
  await eachOf([...ofDay], ([courseId, fact]) =>
    facts.update(factKeys.course(courseId, monthOf(day)), CourseFacts, (before) => ({
      ...before,
      [day]: fact,
    })),
  )
  await facts.update(factKeys.site(monthOf(day)), SiteFacts, (before) => ({
    ...before,
    [day]: {
      active: site[0]?.active ?? 0,
      active7: before?.[day]?.active7 ?? null,
      active30: before?.[day]?.active30 ?? null,
      courses: Object.fromEntries(courses.map((row) => [row.course, useOf(row)])),
    },
  }))
  await keepPublished(facts, courses)
  if (day > daysBefore(dayOf(clock.now()), DAYS_KEPT)) await keepWeeks(deps, day, people)
  await facts.update(factKeys.asOf, AsOfFacts, (before) =>
    before && before.asOf > began ? before : { asOf: began },
  )
}

/** Counts, when a day is over, who was there in the weeks and the month that end with it. */
export async function countActive({ warehouse, facts }: FactDeps, day: Day): Promise<void> {
  const [week, month] = await Promise.all([
    warehouse.ask(activePeople(daysBefore(day, 6), day)),
    warehouse.ask(activePeople(daysBefore(day, 29), day)),
  ])
  await facts.update(factKeys.site(monthOf(day)), SiteFacts, (before) => ({
    ...before,
    [day]: {
      ...(before?.[day] ?? { active: 0, courses: {} }),
      active7: week[0]?.active ?? 0,
      active30: month[0]?.active ?? 0,
    },
  }))
}

const useOf = (row: Rows['courses'][number]) => ({
  active: row.active,
  enrolled: row.enrolled,
  completed: row.completed,
  seconds: row.seconds,
  watchedSeconds: row.watched_seconds,
  encodingUsd: row.encoding_usd,
  sourceBytes: row.source_bytes,
})

function factsOf({ courses, lessons, steps, people }: Rows): Map<string, CourseFactsDay> {
  const lessonsOf = Map.groupBy(lessons, ({ course }) => course)
  const stepsOf = Map.groupBy(steps, ({ course }) => course)
  const peopleOf = Map.groupBy(people, ({ course }) => course)
  return new Map(
    courses.map(({ course, active, enrolled, gone, completed, seconds }) => [
      course,
      {
        ...{ active, enrolled, left: gone, completed, seconds },
        lessons: Object.fromEntries(
          (lessonsOf.get(course) ?? []).map((row) => [
            row.lesson,
            [row.started, row.completed, row.seconds],
          ]),
        ),
        curves: Object.fromEntries(
          [...Map.groupBy(stepsOf.get(course) ?? [], ({ lesson }) => lesson)].map(
            ([lesson, rows]) => [
              lesson,
              rows
                .map(
                  ({ part, plays, viewers }) => [part, rounded(plays), rounded(viewers)] as const,
                )
                .filter(([, plays, viewers]) => plays !== 0 || viewers !== 0)
                .map(([part, plays, viewers]): [number, number, number] => [part, plays, viewers]),
            ],
          ),
        ),
        people: Object.fromEntries(
          (peopleOf.get(course) ?? []).map((row) => [
            row.person,
            {
              seconds: row.seconds,
              completed: row.completed,
              lastAt: row.last_at,
              lastLesson: row.last_lesson,
              done: row.done > 0,
              left: row.left_at > row.enrolled_at,
            },
          ]),
        ),
      },
    ]),
  )
}

/** To a millionth, so that what comes and goes is none. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6

async function keepPublished(facts: FactStore, courses: Rows['courses']) {
  const told = courses.flatMap(({ course, published }) =>
    published === null ? [] : [[course, published] as const],
  )
  if (told.length === 0) return
  await facts.update(factKeys.published, PublishedFacts, (before) => {
    const after: z.infer<typeof PublishedFacts> = { ...before }
    for (const [course, version] of told) after[course] = Math.max(version, after[course] ?? 0)
    return after
  })
}

async function keepWeeks({ facts, clock }: FactDeps, day: Day, people: Rows['people']) {
  const oldest = daysBefore(dayOf(clock.now()), DAYS_KEPT)
  const byPerson = Map.groupBy(people, ({ person }) => person)
  const byFile = Map.groupBy([...byPerson], ([person]) => factKeys.week(person))
  await eachOf([...byFile], ([key, those]) =>
    facts.update(key, WeekFacts, (before) => {
      const after = withoutDaysBefore(before ?? {}, oldest)
      for (const [person, rows] of those)
        after[person] = {
          ...after[person],
          [day]: [sum(rows.map((row) => row.seconds)), sum(rows.map((row) => row.completed))],
        }
      return after
    }),
  )
}

const withoutDaysBefore = (weeks: WeekFacts, oldest: Day): WeekFacts =>
  Object.fromEntries(
    Object.entries(weeks).flatMap(([person, days]) => {
      const kept = Object.entries(days).filter(([day]) => day > oldest)
      return kept.length > 0 ? [[person, Object.fromEntries(kept)]] : []
    }),
  )

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>) {
  const waiting = [...all]
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await work(next)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker))
}
