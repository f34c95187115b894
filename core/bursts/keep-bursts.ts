import { type BurstName, burstNames } from '#contract/bursts/kinds/index'
import type { CourseRepository } from '#core/courses/ports'
import type { Syllabus } from '#core/courses/syllabus-ports'
import type { Clock } from '#core/platform/clock'
import { burstSources } from './kinds/index.ts'
import type { BurstRepository } from './ports.ts'
import { earliestOpen, quarterOf } from './quarters.ts'

export interface KeepDeps {
  readonly bursts: Pick<BurstRepository, 'replace'>
  readonly syllabuses: { get(courseId: string): Promise<Syllabus | null> }
  readonly clock: Clock
}

/** Writes when many of a course’s members will come, by what it publishes now. */
export async function keepBursts(
  { bursts, syllabuses, clock }: KeepDeps,
  { courseId }: { courseId: string },
): Promise<void> {
  const syllabus = await syllabuses.get(courseId)
  const from = earliestOpen(clock.now())
  const timesOf = (kind: BurstName) => (syllabus ? burstSources[kind].timesOf(syllabus) : [])
  for (const kind of burstNames) {
    const quarters = timesOf(kind).map((at) => quarterOf(at).getTime())
    const open = [...new Set(quarters)].filter((at) => at > from.getTime())
    await bursts.replace(
      courseId,
      kind,
      open.map((at) => new Date(at)),
    )
  }
}

/** The same for every published course: for those of before there were bursts, and what the stream lost. */
export async function keepEveryBurst(
  deps: KeepDeps & { readonly courses: Pick<CourseRepository, 'listAll'> },
): Promise<{ courses: number }> {
  let courses = 0
  let cursor: string | undefined
  do {
    const page = await deps.courses.listAll({ cursor, limit: 100 })
    const published = page.items.filter(({ publishedVersion }) => publishedVersion !== null)
    for (const { id: courseId } of published) await keepBursts(deps, { courseId })
    courses += published.length
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return { courses }
}
