import type { VersionChange } from '#contract/courses/publishing/changes'
import { KEPT_CHANGES } from '#contract/courses/publishing/history'
import type { VersionRecord } from '#core/courses/versions/version-record'
import type { Publication, Publisher } from './ports.ts'

interface Happened extends Pick<Publication, 'number' | 'at' | 'how'> {
  readonly by: Publisher
  /** Null: nothing was published before that it could be compared with. */
  readonly changes: readonly VersionChange[] | null
}

/** What the history keeps of a version that comes to be what learners see. */
export const entryOf = (
  { courseId, version, title, modules }: VersionRecord,
  { number, at, how, by, changes }: Happened,
): Publication => ({
  ...{ courseId, number, version, at, how, title },
  ...{ by: by.name, userId: by.userId },
  modules: modules.length,
  lessons: modules.reduce((sum, module) => sum + module.lessons.length, 0),
  first: changes === null,
  changes: (changes ?? []).slice(0, KEPT_CHANGES),
  changeCount: changes?.length ?? 0,
})
