import { z } from 'zod'
import { CourseFile } from '#contract/files/file'
import { FileId, LessonId } from '#contract/platform/ids'
import { DraftLesson, LessonLine, Title } from './base.ts'

const kind = z.literal('file')
const draft = DraftLesson.extend({ kind, fileId: FileId.nullable() })

/** A file of a published lesson, as whoever opens it is told. */
const Shown = CourseFile.pick({ id: true, name: true, bytes: true, image: true }).extend({
  type: CourseFile.shape.type.unwrap(),
  /** Below the web origin, under the lesson's own prefix. Of a picture: the largest. */
  url: z.string(),
})

/** A lesson that shows a PDF or a picture where it stands, and hands out any other file. */
export const file = {
  draft,
  outlined: draft,
  creation: z.object({ kind, title: Title, fileId: FileId.nullable().default(null) }),
  change: { fileId: FileId.nullable() },
  line: LessonLine.extend({ kind, durationSeconds: z.null() }),
  content: z.object({ kind, file: Shown }),
  syllabus: z.object({ kind, id: LessonId }),
}
