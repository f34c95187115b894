import type { MiddlewareObj } from '@middy/core'
import type { Access } from '#contract/http/route'
import { say } from '#contract/say'
import { requireRole } from '#core/access/site-role'
import { DomainError } from '#core/platform/errors'
import { callerOf } from './caller.ts'
import type { Arrival } from './verb.ts'

/** Lets those pass who may call such a route at all. */
export const signedIn = (access: Exclude<Access, 'public'>): MiddlewareObj<Arrival> => ({
  before: ({ event: arrival }) => {
    const caller = callerOf(arrival.event)
    if (!caller) throw new DomainError('unauthenticated', say('sign_in_first'))
    if (access !== 'user') requireRole(caller, access)
    arrival.actor = caller
  },
})
