import type { teaching } from '#contract/courses/routes'
import { createCourse } from '#core/courses/create-course'
import { listDrafts } from '#core/courses/list-drafts'
import type { CourseEvents } from '#core/courses/page-ports'
import type { CourseRepository } from '#core/courses/ports'
import type { CoverDeps } from '#core/courses/properties/choose-cover'
import { updateCourse } from '#core/courses/update-course'
import {
  createLesson,
  createModule,
  deleteLesson,
  deleteModule,
  type EditDeps,
  readLesson,
  updateLesson,
  updateModule,
} from '#core/lessons/edit-outline'
import { readDraft } from '#core/lessons/read-draft'
import type { MembershipRepository } from '#core/memberships/ports'
import type { VerbsOf } from '#functions/http/verb'

export const courseVerbs = (
  deps: EditDeps &
    CoverDeps & {
      readonly courses: CourseRepository
      readonly memberships: Pick<MembershipRepository, 'get' | 'listOf'>
      readonly told: CourseEvents
    },
): VerbsOf<typeof teaching> => ({
  listDrafts: ({ actor, query }) => listDrafts(deps, { actor, ...query }),
  createCourse: ({ actor, body }) => createCourse(deps, { actor, ...body }),
  getDraft: ({ actor, params }) => readDraft(deps, { actor, ...params }),
  updateCourse: ({ actor, params, body }) => updateCourse(deps, { actor, ...params, change: body }),
  createModule: ({ actor, params, body }) => createModule(deps, { actor, ...params, ...body }),
  updateModule: ({ actor, params, body }) => updateModule(deps, { actor, ...params, change: body }),
  deleteModule: ({ actor, params }) => deleteModule(deps, { actor, ...params }),
  createLesson: ({ actor, params, body }) => createLesson(deps, { actor, ...params, lesson: body }),
  getLesson: ({ actor, params }) => readLesson(deps, { actor, ...params }),
  updateLesson: ({ actor, params, body }) => updateLesson(deps, { actor, ...params, change: body }),
  deleteLesson: ({ actor, params }) => deleteLesson(deps, { actor, ...params }),
})
