import { z } from 'zod'
import { PromiseName } from '#contract/platform/promised'
import { Day } from '#contract/reports/report'

/** A day's value of each promise of which anything was measured, and of how many. */
export const PromiseDay = z.partialRecord(PromiseName, z.tuple([z.number(), z.number().int()]))
export type PromiseDay = z.infer<typeof PromiseDay>

/** The site's month. */
export const PromiseFacts = z.record(Day, PromiseDay)

export const promiseKey = (month: string) => `facts/promises/${month}.json.gz`
