import type { outlines } from '#contract/lessons/routes'
import type { CourseRepository } from '#core/courses/ports'
import { readHands } from '#core/courses/read-hands'
import { announceEditing } from '#core/lessons/announce-editing'
import { copyLesson, copyModule } from '#core/lessons/copy-items'
import { type EditDeps, restoreLesson, restoreModule } from '#core/lessons/edit-outline'
import { moveItems } from '#core/lessons/move-items'
import type { EditorRepository } from '#core/lessons/ports'
import type { VerbsOf } from '#functions/http/verb'

export const outlineVerbs = (
  deps: EditDeps & {
    readonly courses: Pick<CourseRepository, 'get' | 'readVersioned'>
    readonly editors: EditorRepository
  },
): VerbsOf<typeof outlines> => ({
  moveItems: ({ actor, params, body }) => moveItems(deps, { actor, ...params, ...body }),
  restoreModule: ({ actor, params }) => restoreModule(deps, { actor, ...params }),
  restoreLesson: ({ actor, params }) => restoreLesson(deps, { actor, ...params }),
  copyModule: ({ actor, params, body }) => copyModule(deps, { actor, ...params, ...body }),
  copyLesson: ({ actor, params, body }) => copyLesson(deps, { actor, ...params, ...body }),
  listChanged: ({ actor, params, query }) => readHands(deps, { actor, ...params, ...query }),
  announceEditing: ({ actor, params, body }) =>
    announceEditing(deps, { actor, ...params, ...body }),
})
