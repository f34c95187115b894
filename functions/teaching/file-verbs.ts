import type { files } from '#contract/files/routes'
import { deleteFile, type FileDeps, getFile, listFiles, startFile } from '#core/files/files'
import type { VerbsOf } from '#functions/http/verb'

export const fileVerbs = (deps: FileDeps): VerbsOf<typeof files> => ({
  listFiles: ({ actor, params, query }) => listFiles(deps, { actor, ...params, ...query }),
  startFile: ({ actor, params, body }) => startFile(deps, { actor, ...params, ...body }),
  getFile: ({ actor, params }) => getFile(deps, { actor, ...params }),
  deleteFile: ({ actor, params }) => deleteFile(deps, { actor, ...params }),
})
