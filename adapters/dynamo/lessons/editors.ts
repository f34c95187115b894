import type { Table } from '#adapters/dynamo/table'
import { Editor } from '#contract/lessons/routes'
import type { EditorRepository } from '#core/lessons/ports'
import { editorEntity } from './editor-entity.ts'

export const createEditorRepository = (table: Table): EditorRepository => {
  const editors = editorEntity(table)
  return {
    announce: async (courseId, userId, { lessonId, ...editor }, expiresAt) => {
      const own = lessonId === null ? {} : { lessonId }
      await editors.put({ courseId, userId, ...editor, ...own, expiresAt }).go()
    },
    leave: async (courseId, userId) => {
      await editors.delete({ courseId, userId }).go()
    },
    list: async (courseId) => {
      const { data } = await editors.query
        .ofCourse({ courseId })
        .go({ pages: 'all', consistent: true })
      return new Map(
        data.map(({ userId, lessonId, ...editor }) => [
          userId,
          Editor.parse({ ...editor, lessonId: lessonId ?? null }),
        ]),
      )
    },
  }
}
