import type { copying } from '#contract/courses/copying/routes'
import { type CopyCourseDeps, copyCourse } from '#core/courses/copying/copy-course'
import { readCopying, retryCopying } from '#core/courses/copying/follow-copying'
import type { VerbsOf } from '#functions/http/verb'

export const copyingVerbs = (deps: CopyCourseDeps): VerbsOf<typeof copying> => ({
  copyCourse: ({ actor, params, body }) => copyCourse(deps, { actor, ...params, ...body }),
  getCopying: ({ actor, params }) => readCopying(deps, { actor, ...params }),
  retryCopying: ({ actor, params, body }) => retryCopying(deps, { actor, ...params, ...body }),
})
