import type { CourseId, LessonId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { addLesson, addModule } from '#web/lessons/editor/outline/changes.ts'
import type { ArrivalPlace } from './place-of-files.ts'
import { titleFor } from './sort-arrivals.ts'
import { words } from './words/en.ts'

/** Files that came together. Their lessons stand in this order, whenever each is made. */
export interface Batch {
  place: ArrivalPlace | null
  readonly entries: readonly BatchEntry[]
}
export interface BatchEntry {
  readonly isVideo: boolean
  readonly file: File
  lessonId: LessonId | null
}

/** Makes the lessons of some files of a batch, and puts them where they belong. */
export async function makeLessons(courseId: CourseId, batch: Batch, made: readonly BatchEntry[]) {
  batch.place ??= { moduleId: (await addModule(courseId, words.firstModule)).id, after: null }
  const { moduleId, after } = batch.place
  try {
    for (const entry of made) {
      const title = titleFor(entry.file.name)
      entry.lessonId = (
        await addLesson({ courseId, moduleId }, { title, kind: entry.isVideo ? 'video' : 'file' })
      ).id
    }
  } finally {
    const standing = batch.entries.flatMap((one) => (one.lessonId ? [one.lessonId] : []))
    const lessons = standing.flatMap((id, at) =>
      made.some((one) => one.lessonId === id)
        ? [{ id, moduleId, after: standing[at - 1] ?? after }]
        : [],
    )
    if (lessons.length > 0)
      await call(routes.moveItems, { params: { courseId }, body: { modules: [], lessons } })
  }
}
