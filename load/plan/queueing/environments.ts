import { targets } from '#lib/settings/targets'
import { serversFor } from './erlang.ts'

/**
 * Of an execution environment, however short its calls are:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
export const CALLS_A_SECOND = 10

export interface Need {
  /** Of the calls alone: what runs at a time, on average. */
  readonly concurrency: number
  /** Environments for it, none to spare. */
  readonly byConcurrency: number
  /** Environments for ten calls a second each. */
  readonly byCalls: number
  /** Environments with which the target's percentile waits no longer than the goal leaves room for. */
  readonly byWaiting: number
  /** What is kept: the largest of the three, the first two at the utilisation that is aimed at. */
  readonly environments: number
  readonly because: 'concurrency' | 'calls' | 'waiting'
}

export interface NeedProps {
  readonly callsPerSecond: number
  readonly serviceMs: number
  readonly utilisationPercent: number
}

/** How many environments a function takes for so many calls of such a length. */
export function environmentsFor({
  callsPerSecond,
  serviceMs,
  utilisationPercent,
}: NeedProps): Need {
  const { percentile, goalMs } = targets.apiResponse
  const concurrency = (callsPerSecond * serviceMs) / 1_000
  const calls = callsPerSecond / CALLS_A_SECOND
  // An environment that may answer ten times a second is taken for a tenth of one each time.
  const queue = {
    arrivalsPerSecond: callsPerSecond,
    serviceSeconds: Math.max(serviceMs / 1_000, 1 / CALLS_A_SECOND),
  }
  const waitSeconds = Math.max(0, goalMs - serviceMs) / 1_000
  const share = utilisationPercent / 100
  const needs = {
    concurrency: Math.ceil(concurrency / share),
    calls: Math.ceil(calls / share),
    waiting: callsPerSecond > 0 ? serversFor(queue, { percentile, waitSeconds }) : 0,
  }
  const environments = Math.max(needs.concurrency, needs.calls, needs.waiting)
  const because = (['calls', 'concurrency', 'waiting'] as const).find(
    (one) => needs[one] === environments,
  )
  return {
    concurrency,
    byConcurrency: Math.ceil(concurrency),
    byCalls: Math.ceil(calls),
    byWaiting: needs.waiting,
    environments,
    because: because ?? 'calls',
  }
}
