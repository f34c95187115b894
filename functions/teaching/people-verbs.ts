import type { people } from '#contract/enrolments/routes'
import {
  type ChangeLearnerDeps,
  changeAccess,
  removeLearner,
  returnLearner,
} from '#core/enrolments/roster/change-learner'
import { type CodeDeps, changeCode, listCodes, makeCode } from '#core/enrolments/roster/codes'
import { type ListLearnersDeps, listLearners } from '#core/enrolments/roster/list-learners'
import type { VerbsOf } from '#functions/http/verb'

export const peopleVerbs = (
  deps: ListLearnersDeps & ChangeLearnerDeps & CodeDeps,
): VerbsOf<typeof people> => ({
  listLearners: ({ actor, params, query }) => listLearners(deps, { actor, ...params, ...query }),
  removeLearner: ({ actor, params }) => removeLearner(deps, { actor, ...params }),
  returnLearner: ({ actor, params }) => returnLearner(deps, { actor, ...params }),
  changeAccess: ({ actor, params, body }) => changeAccess(deps, { actor, ...params, ...body }),
  listCodes: ({ actor, params }) => listCodes(deps, { actor, ...params }),
  makeCode: ({ actor, params, body }) => makeCode(deps, { actor, ...params, ...body }),
  changeCode: ({ actor, params, body }) => changeCode(deps, { actor, ...params, ...body }),
})
