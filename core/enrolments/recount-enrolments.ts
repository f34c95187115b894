import type { CourseRepository } from '#core/courses/ports'
import type { EnrolmentCounter } from './ports.ts'

/** Counts the enrolments of every published course anew; answers how many courses, and what was mended. */
export async function recountEnrolments({
  courses,
  counter,
}: {
  courses: Pick<CourseRepository, 'listAll'>
  counter: Pick<EnrolmentCounter, 'recount'>
}): Promise<{ courses: number; mended: number }> {
  const done = { courses: 0, mended: 0 }
  let cursor: string | undefined
  do {
    const page = await courses.listAll({ cursor, limit: 100 })
    for (const { id, publishedVersion } of page.items) {
      if (publishedVersion === null) continue
      done.mended += await counter.recount(id)
      done.courses += 1
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return done
}
