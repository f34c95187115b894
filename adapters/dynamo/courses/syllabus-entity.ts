import { Entity } from 'electrodb'
import type { Table } from '#adapters/dynamo/table'
import { AssetId, LessonId } from '#contract/platform/ids'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'

/**
 * A course's published lessons in one item, which holds 400 KB. They are text, because the SDK takes more
 * than four times as long over as many lists (180 and 41 ms for 1,000 lessons on a busy machine).
 */
export const syllabusEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'syllabus', version: '1', service: 'lectern' },
      attributes: {
        courseId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        lessons: { type: 'string', required: true },
      },
      indexes: {
        ofCourse: {
          pk: { field: 'pk', composite: ['courseId'] },
          sk: { field: 'sk', composite: [] },
        },
      },
    },
    { table: table.name, client: table.client },
  )

/** In few bytes: its id, and of a video its asset, seconds and completion share. */
type SlimLesson = [string] | [string, string, number, number]

export const writeLessons = (lessons: Iterable<SyllabusLesson>): string =>
  JSON.stringify(Array.from(lessons, toSlim))

/** What the table holds was checked when it was written. */
export const readLessons = (text: string): SyllabusLesson[] =>
  (JSON.parse(text) as SlimLesson[]).map(fromSlim)

const toSlim = (lesson: SyllabusLesson): SlimLesson =>
  lesson.kind === 'video'
    ? [lesson.id, lesson.assetId, lesson.durationSeconds, lesson.completionShare]
    : [lesson.id]

const fromSlim = ([id, ...video]: SlimLesson): SyllabusLesson => {
  const lessonId = LessonId.parse(id)
  if (video.length === 0) return { kind: 'article', id: lessonId }
  const [assetId, durationSeconds, completionShare] = video
  return {
    kind: 'video',
    id: lessonId,
    assetId: AssetId.parse(assetId),
    durationSeconds,
    completionShare,
  }
}
