import type { Burst } from '#load/model/bursts'
import type { PersonKind } from '#load/model/people/person'
import { entriesOf } from '#load/model/session'
import { numberOf } from './routes.ts'

/** A step of a session, with numbers in place of names. */
export interface Stage {
  readonly times: number
  /** On average. */
  readonly seconds: number
  /** The share of them for which a video plays, from the beginning. */
  readonly plays: number
  readonly routes: readonly number[]
  /** Of each of them, on average. */
  readonly counts: readonly number[]
}

export interface Walk {
  readonly stages: readonly Stage[]
  /** Whether another person follows when it is over. */
  readonly goesOn: boolean
}

/** @param hurry how many times as fast as by its steps people go, so that they ask as often as is planned for */
export function walkOf({ steps }: PersonKind, hurry: number): Walk {
  const stages = steps.map(({ times, seconds, plays = 0, calls }) =>
    stageOf(times, seconds / hurry, plays, calls),
  )
  return { stages, goesOn: true }
}

/** Those who come for a burst: what they call at once, and then what they do while they stay. */
export function walkOfBurst({ calls, after }: Burst): Walk {
  const { minutes, plays, callsPerMinute } = after
  const stay = entriesOf(callsPerMinute).map(([route, perMinute]) => [route, perMinute * minutes])
  return {
    stages: [stageOf(1, 1, 0, calls), stageOf(1, minutes * 60, plays, Object.fromEntries(stay))],
    goesOn: false,
  }
}

function stageOf(
  times: number,
  seconds: number,
  plays: number,
  calls: Parameters<typeof entriesOf>[0],
): Stage {
  const entries = entriesOf(calls)
  return {
    ...{ times, seconds, plays },
    routes: entries.map(([route]) => numberOf(route)),
    counts: entries.map(([, count]) => count),
  }
}
