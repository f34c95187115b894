import { contentKeys, PublishedContents } from '#contract/courses/content'
import { CourseId } from '#contract/platform/ids'
import type { DimensionName, DimensionRow } from '#contract/reports/dimensions'
import type { Day } from '#contract/reports/report'
import type { ContentStore } from '#core/courses/content-ports'
import { factKeys, PublishedFacts } from '#core/reports/facts/facts'
import type { FactStore } from '#core/reports/facts/ports'
import type { CourseTitles } from '#core/reports/ports'

export interface DimensionStore {
  /** In the place of what was put for that day. */
  put<Name extends DimensionName>(
    name: Name,
    day: Day,
    rows: readonly DimensionRow<Name>[],
  ): Promise<void>
  /** Whom the register knows. */
  people(): Promise<DimensionRow<'people'>[]>
}

export interface SnapshotDeps {
  readonly dimensions: DimensionStore
  readonly facts: FactStore
  readonly content: Pick<ContentStore, 'readJson'>
  readonly titles: CourseTitles
}

/** Courses that are read at once. */
const AT_ONCE = 8

/**
 * Puts down what courses, lessons and people there were when a day ended: from what was published and the register, so the
 * table is not asked. Answers the courses that could not be read, which are left out.
 */
export async function snapshotDimensions(deps: SnapshotDeps, day: Day): Promise<CourseId[]> {
  const published = (await deps.facts.read(factKeys.published, PublishedFacts)) ?? {}
  const courses: DimensionRow<'courses'>[] = []
  const lessons: DimensionRow<'lessons'>[] = []
  const unread: CourseId[] = []
  const waiting = Object.entries(published).sort()
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const course = CourseId.parse(next[0])
      try {
        const [title, its] = await Promise.all([
          deps.titles.of(course, next[1]),
          lessonsOf(deps, course, next[1]),
        ])
        courses.push({ course, version: next[1], title })
        lessons.push(...its)
      } catch {
        unread.push(course)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await deps.dimensions.put('courses', day, courses)
  await deps.dimensions.put('lessons', day, lessons)
  await deps.dimensions.put('people', day, await deps.dimensions.people())
  return unread
}

async function lessonsOf(
  { content }: SnapshotDeps,
  course: CourseId,
  version: number,
): Promise<DimensionRow<'lessons'>[]> {
  const { modules } = PublishedContents.parse(
    await content.readJson(contentKeys.contents(course, version)),
  )
  return modules
    .flatMap(({ title: module, lessons }) => lessons.map((lesson) => ({ module, lesson })))
    .map(({ module, lesson: { id: lesson, title, kind, durationSeconds } }, at) => ({
      ...{ course, lesson, title, module, kind, position: at + 1 },
      ...(durationSeconds !== null && { duration_s: durationSeconds }),
    }))
}
