import type { CourseReport, ReportPeriod } from '#contract/reports/report'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import type { ContentStore } from '#core/courses/content-ports'
import type { FactStore } from '#core/reports/facts/ports'
import { publishedLessons } from './published-lessons.ts'
import { everyDay, readAsOf, readCourseDays } from './read-facts.ts'

export interface ReportDeps extends TeachingReaders {
  readonly content: Pick<ContentStore, 'readJson'>
  readonly facts: Pick<FactStore, 'read'>
}

const NOTHING = { active: 0, enrolled: 0, left: 0, completed: 0, seconds: 0 }

/** A course that the actor teaches. Beyond that question the table is asked nothing. */
export async function getCourseReport(
  deps: ReportDeps,
  { actor, courseId, from, to }: OfCourse & ReportPeriod,
): Promise<CourseReport> {
  const course = await findOwnCourse(deps, { actor, courseId }, 'reports')
  const [asOf, days, published] = await Promise.all([
    readAsOf(deps.facts),
    readCourseDays(deps.facts, courseId, { from, to }),
    publishedLessons(deps.content, course.id, course.publishedVersion),
  ])
  const people = new Set(
    days.flatMap(([, { people }]) =>
      // Whoever left did nothing else that day, unless time was spent.
      Object.entries(people).flatMap(([person, { left, seconds }]) =>
        left && seconds === 0 ? [] : [person],
      ),
    ),
  )
  const sums = new Map<string, [number, number, number]>()
  for (const [, { lessons }] of days)
    for (const [lesson, [started, completed, seconds]] of Object.entries(lessons)) {
      const before = sums.get(lesson) ?? [0, 0, 0]
      sums.set(lesson, [before[0] + started, before[1] + completed, before[2] + seconds])
    }
  return {
    asOf,
    courseId: course.id,
    title: course.title,
    active: people.size,
    days: everyDay(
      { from, to },
      new Map(
        days.map(([day, { active, enrolled, left, completed, seconds }]) => [
          day,
          { active, enrolled, left, completed, seconds },
        ]),
      ),
      NOTHING,
    ),
    lessons: published.map(({ id, title, moduleTitle, kind }) => {
      const [started, completed, seconds] = sums.get(id) ?? [0, 0, 0]
      return { lessonId: id, title, moduleTitle, kind, started, completed, seconds }
    }),
  }
}
