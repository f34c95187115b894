import type { uploads } from '#contract/uploads/routes'
import {
  abortUpload,
  completeUpload,
  signParts,
  startUpload,
  type UploadDeps,
} from '#core/uploads/uploads'
import type { VerbsOf } from '#functions/http/verb'

export const uploadVerbs = (deps: UploadDeps): VerbsOf<typeof uploads> => ({
  startUpload: ({ actor, params, body }) => startUpload(deps, { actor, ...params, ...body }),
  signParts: ({ actor, params, body }) => signParts(deps, { actor, ...params, ...body }),
  completeUpload: ({ actor, params, body }) => completeUpload(deps, { actor, ...params, ...body }),
  abortUpload: ({ actor, params, query }) => abortUpload(deps, { actor, ...params, ...query }),
})
