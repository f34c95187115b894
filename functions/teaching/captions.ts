import type { routes } from '#contract/routes'
import {
  type CaptionDeps,
  deleteCaptions,
  putCaptions,
  putChapters,
} from '#core/captions/edit-captions'
import type { Verb } from '#functions/http/serve'

type Routes = typeof routes

/** The verbs of captions and chapters. */
export const captionVerbs = (deps: CaptionDeps) =>
  ({
    putCaptions: async ({ actor, params, body }) => ({
      body: await putCaptions(deps, { actor, ...params, ...body }),
    }),
    deleteCaptions: async ({ actor, params }) => ({
      body: await deleteCaptions(deps, { actor, ...params }),
    }),
    putChapters: async ({ actor, params, body }) => ({
      body: await putChapters(deps, { actor, ...params, ...body }),
    }),
  }) satisfies {
    [K in 'putCaptions' | 'deleteCaptions' | 'putChapters']: Verb<Routes[K]>
  }
