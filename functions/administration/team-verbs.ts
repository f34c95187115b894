import type { memberships } from '#contract/memberships/routes'
import { addMember } from '#core/memberships/add-member'
import { changeMember, removeMember } from '#core/memberships/change-member'
import { handOver } from '#core/memberships/hand-over'
import { readTeam } from '#core/memberships/read-team'
import type { VerbsOf } from '#functions/http/verb'

type Deps = Parameters<typeof addMember>[0] & Parameters<typeof handOver>[0]

export const teamVerbs = (deps: Deps): VerbsOf<typeof memberships> => ({
  getTeam: ({ actor, params }) => readTeam(deps, { actor, ...params }),
  addMember: ({ actor, params, body }) => addMember(deps, { actor, ...params, ...body }),
  changeMember: ({ actor, params, body }) => changeMember(deps, { actor, ...params, ...body }),
  removeMember: ({ actor, params }) => removeMember(deps, { actor, ...params }),
  handOver: ({ actor, params, body }) => handOver(deps, { actor, ...params, ...body }),
})
