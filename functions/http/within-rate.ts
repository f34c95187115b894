import type { MiddlewareObj } from '@middy/core'
import type { PersonRate } from '#adapters/cache/person-rate'
import { TooManyRequests } from '#core/platform/errors'
import type { Arrival } from './verb.ts'

export type CallCounter = Pick<PersonRate, 'count'>

/** Lets nobody call more often than each person may. */
export const withinRate = (personRate?: CallCounter): MiddlewareObj<Arrival> => ({
  before: async ({ event: { actor } }) => {
    if (!actor || !personRate) return
    const wait = await personRate.count(actor.userId)
    if (wait > 0) throw new TooManyRequests(Math.ceil(wait / 1000))
  },
})
