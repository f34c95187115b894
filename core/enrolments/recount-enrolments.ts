import type { CourseRepository } from '#core/courses/ports'
import type { EnrolmentCounter, RosterMender } from './ports.ts'

/** Counts the enrolments of every published course anew, and lists who is missing; answers how many courses, and what was mended. */
export async function recountEnrolments({
  courses,
  counter,
  roster,
}: {
  courses: Pick<CourseRepository, 'listAll'>
  counter: Pick<EnrolmentCounter, 'recount'>
  roster: RosterMender
}): Promise<{ courses: number; mended: number; listed: number }> {
  const done = { courses: 0, mended: 0, listed: 0 }
  let cursor: string | undefined
  do {
    const page = await courses.listAll({ cursor, limit: 100 })
    for (const { id, publishedVersion } of page.items) {
      if (publishedVersion === null) continue
      done.mended += await counter.recount(id)
      done.listed += await roster.mend(id)
      done.courses += 1
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return done
}
