import type { Limit, Seen } from './seen.ts'
import { type Amounts, type Stage, stageFacts, stages } from './stages.ts'

/** Ten seconds of a load, or so. */
export interface WorkedPeriod extends Seen {
  /** Seconds of the processor. */
  readonly processor: Amounts
  /** Of the machine’s time what others took, from 0 to 1. */
  readonly othersShare: number
}

export interface Busiest {
  readonly what: Stage | 'cores'
  /** Of its time, from 0 to 1. */
  readonly share: number
}

/** From here on what does one thing at a time lets others wait, whatever the cores have left. */
const FULL = 0.9

/** What was fullest until the promise broke: a thread that had no time left, or else the cores. */
export function limitedBy(
  periods: readonly WorkedPeriod[],
  { cores, periodSeconds, limit }: { cores: number; periodSeconds: number; limit?: Limit },
): Busiest | undefined {
  const broken = periods.findIndex(({ users }) => limit && users >= limit.users)
  const until = broken === -1 ? periods : periods.slice(0, broken + 1)
  const threads = until.flatMap(({ processor }) =>
    stages
      .filter((stage) => stageFacts[stage].isAlone)
      .map((what): Busiest => ({ what, share: processor[what] / periodSeconds })),
  )
  const [thread] = threads.toSorted((one, other) => other.share - one.share)
  if (thread && thread.share >= FULL) return thread
  const all = until.map(({ processor, othersShare }): Busiest => {
    const own = stages.reduce((sum, stage) => sum + processor[stage], 0)
    return { what: 'cores', share: own / (cores * periodSeconds) + othersShare }
  })
  return all.toSorted((one, other) => other.share - one.share)[0]
}
