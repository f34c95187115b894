import { CustomAttributeType, Entity } from 'electrodb'
import type { SyllabusLesson } from '#core/ports/syllabus'
import type { Table } from '../table.ts'

/**
 * A published lesson in as few bytes as it takes: one item holds them all, and an item holds 400 KB.
 * Id, and for a video its asset, seconds and completion share.
 */
export type SlimLesson = [string] | [string, string, number, number]

export const syllabusEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'syllabus', version: '1', service: 'lectern' },
      attributes: {
        courseId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        lessons: { type: CustomAttributeType<SlimLesson[]>('any'), required: true },
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

export const toSlim = (lesson: SyllabusLesson): SlimLesson =>
  lesson.kind === 'video'
    ? [lesson.id, lesson.assetId, lesson.durationSeconds, lesson.completionShare]
    : [lesson.id]
