import type { Burst } from '#load/model/bursts'
import { model } from '#load/model/model'
import type { PersonKind } from '#load/model/people/person'
import { scenarioOfBurst } from './burst.ts'
import { type KindName, scenariosOf } from './flow.ts'
import { scenarioOfStorm, storm } from './storm.ts'

export interface LoadOptions {
  /** The site's own address. */
  readonly target: string
  /** Who are there at once. */
  readonly users: number
  readonly minutes: number
  /** `progress.heartbeatSeconds` of the site's settings. */
  readonly heartbeatSeconds: number
  readonly seed: number
  /** Some kinds of people alone, in their shares of one another. @default all */
  readonly only?: readonly KindName[]
  /** These people alone, who come as fast as they do. */
  readonly burst?: Burst
  /** How many times as fast as in the model people go through their steps; a video plays no faster. @default 1 */
  readonly hurry?: number
  /** Within which people come, evenly. @default a quarter of the load, at most a minute */
  readonly withinSeconds?: number
  /** Machines that each run the script. @default 1 */
  readonly machines?: number
}

/** Who come at once in a load, by the name that one is asked for. */
export const loadBursts = { ...model.bursts, 'sign-ins': storm } as const

/** The longest that people take to come, in seconds: everybody at once would be a burst. */
const COMING = 60

/** Of a load, all in Artillery's own words: https://www.artillery.io/docs/reference/test-script */
export function scriptOf(options: LoadOptions) {
  const {
    target,
    users,
    minutes,
    heartbeatSeconds,
    seed,
    only,
    burst,
    hurry = 1,
    machines = 1,
  } = options
  const { withinSeconds = comingSeconds(minutes) } = options
  const people: Readonly<Record<KindName, PersonKind>> = model.people
  const kinds = Object.entries(people) as [KindName, PersonKind][]
  const coming = burst
    ? { name: burst.name, duration: burst.withinSeconds, count: users * burst.shareOfUsers }
    : { name: 'people come', duration: withinSeconds, count: users }
  const arrivalCount = Math.max(1, Math.round(coming.count / machines))
  return {
    config: {
      target,
      phases: [{ name: coming.name, duration: coming.duration, arrivalCount }],
      processor: './user.mjs',
      includeFiles: ['people.json', 'clip.mp4'],
      http: { timeout: 30 },
      plugins: { 'metrics-by-endpoint': { useOnlyRequestNames: true } },
    },
    scenarios: burst
      ? [
          burst === storm
            ? scenarioOfStorm()
            : scenarioOfBurst(burst, { heartbeatSeconds, minutes }),
        ]
      : kinds
          .filter(([name]) => !only || only.includes(name))
          .flatMap(([name, kind]) =>
            scenariosOf(name, kind, { heartbeatSeconds, minutes, seed, hurry }),
          ),
  }
}

/** As a file for Artillery, which takes a time with a fraction for none unless it has its unit. */
export const fileOf = (script: ReturnType<typeof scriptOf>): string =>
  JSON.stringify(script, (key, value) => (key === 'think' ? `${value}s` : value), 1)

/** A quarter of the load, in which fewer are there than are asked for. */
export const comingSeconds = (minutes: number): number =>
  Math.min(COMING, Math.ceil((minutes * 60) / 4))
