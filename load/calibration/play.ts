import type { ArtilleryScenario, ArtilleryStep, Call } from '#load/scenarios/step'
import { Agenda } from '#load/simulation/engine/agenda'
import { Histogram } from '#load/simulation/engine/histogram'
import { Rng } from '#load/simulation/engine/rng'
import { Machine } from './machine.ts'
import type { Seen } from './seen.ts'
import { type Amounts, byStage, type MachineFigures, stages } from './stages.ts'
import { isRoute, Work } from './work.ts'

export interface Played {
  readonly seen: readonly Seen[]
  /** By a request's name: how often it was made, and what all of them asked of each stage. */
  readonly asked: ReadonlyMap<string, { count: number; amounts: Record<string, number> }>
}

export interface GrowingLoad {
  readonly scenarios: readonly ArtilleryScenario[]
  /** Who come, evenly, until it ends. */
  readonly users: number
  readonly seconds: number
  readonly seed: number
  /** Of what is told together. */
  readonly periodSeconds: number
  /** By period: what is left of the machine beside others, from 0 to 1. @default all of it */
  readonly speeds?: readonly number[]
}

/** What a user of a load does next: asks for something, or thinks for so many seconds. */
type Deed = string | number

/**
 * Plays the script of a load on a machine, as Artillery would run it: users come evenly, each with a session that is
 * drawn, and ask for one thing after the other.
 */
export function play(load: GrowingLoad, figures: MachineFigures): Played {
  const { scenarios, users, seconds, seed, periodSeconds, speeds = [] } = load
  const rng = new Rng(seed)
  const machine = new Machine(figures)
  const work = new Work(users)
  const agenda = new Agenda()
  const sessions = scenarios.map(({ flow }) => ({ steps: stepsIn(flow), deeds: deedsOf(flow) }))
  const drawn = Array.from({ length: users }, () => sessions[draw(scenarios, rng)])
  const next = new Uint32Array(users)
  const periods = Array.from({ length: Math.ceil(seconds / periodSeconds) }, () => ({
    requests: 0,
    latency: new Histogram(),
  }))
  const asked = new Map<string, { count: number; amounts: Record<string, number> }>()

  const comes = (now: number, steps: number) => {
    const amounts = { ...byStage(() => 0), coming: steps }
    count(asked, COMING, amounts)
    machine.answer(now, amounts, speeds[Math.floor(now / periodSeconds)])
  }

  for (let user = 0; user < users; user++) agenda.add((seconds * user) / users, 0, user)
  while (agenda.next() && agenda.time < seconds) {
    const { time: now, subject: user } = agenda
    const session = drawn[user]
    if (next[user] === 0) comes(now, session?.steps ?? 0)
    const deed = session?.deeds[next[user] as number]
    next[user] = (next[user] as number) + 1
    if (deed === undefined) continue
    if (typeof deed === 'number') {
      agenda.add(now + deed, 0, user)
      continue
    }
    const amounts = work.of(deed, user, now)
    count(asked, deed, amounts)
    const takes = machine.answer(now, amounts, speeds[Math.floor(now / periodSeconds)])
    const period = periods[Math.floor((now + takes) / periodSeconds)]
    if (period) period.requests++
    if (isRoute(deed)) period?.latency.add(takes * 1_000)
    agenda.add(now + takes, 0, user)
  }
  const seen = periods.map(({ requests, latency }, at) => ({
    users: (users * (at + 0.5) * periodSeconds) / seconds,
    requestsPerSecond: requests / periodSeconds,
    p95: latency.count > 0 ? latency.percentile(95) : undefined,
    failedShare: 0,
  }))
  return { seen, asked }
}

/** Under which those who come are counted. */
export const COMING = 'comes'

/** As they stand in the script; a loop's once. */
const stepsIn = (flow: readonly ArtilleryStep[]): number =>
  flow.reduce((sum, step) => sum + 1 + ('loop' in step ? stepsIn(step.loop) : 0), 0)

function deedsOf(flow: readonly ArtilleryStep[]): Deed[] {
  return flow.flatMap((step): Deed[] => {
    if ('think' in step) return [step.think]
    if ('function' in step) return []
    if (!('loop' in step)) return Object.values(step).map(({ name }: Call) => name)
    const once = deedsOf(step.loop)
    return Array.from({ length: step.count }, () => once).flat()
  })
}

function draw(scenarios: readonly ArtilleryScenario[], rng: Rng): number {
  let left = rng.uniform() * scenarios.reduce((sum, { weight }) => sum + weight, 0)
  const at = scenarios.findIndex(({ weight }) => {
    left -= weight
    return left < 0
  })
  return Math.max(0, at)
}

function count(
  asked: Map<string, { count: number; amounts: Record<string, number> }>,
  name: string,
  amounts: Amounts,
) {
  const of = asked.get(name) ?? { count: 0, amounts: byStage(() => 0) }
  of.count++
  for (const stage of stages) of.amounts[stage] = (of.amounts[stage] ?? 0) + amounts[stage]
  asked.set(name, of)
}
