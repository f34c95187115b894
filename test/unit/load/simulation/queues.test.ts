import { describe, expect, it } from 'vitest'
import { Account } from '#load/simulation/aws/account'
import { LambdaFunction } from '#load/simulation/aws/lambda-function'
import { Agenda } from '#load/simulation/engine/agenda'
import { Rng } from '#load/simulation/engine/rng'
import { WaitingLine } from '#load/simulation/engine/waiting-line'

/** What closed formulas say of queues; seconds and arrivals a second. */
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
const sumTo = (n: number, of: (k: number) => number) =>
  Array.from({ length: n }, (_, k) => of(k)).reduce((total, one) => total + one, 0)
/** https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_B_formula, by its definition. */
const erlangB = (servers: number, load: number) =>
  load ** servers / factorial(servers) / sumTo(servers + 1, (k) => load ** k / factorial(k))
/** https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_C_formula, by its definition. */
const erlangC = (servers: number, load: number) => {
  const full = ((load ** servers / factorial(servers)) * servers) / (servers - load)
  return full / (sumTo(servers, (k) => load ** k / factorial(k)) + full)
}

/** The mean of batches, and how far it may be from the truth: 99.9 % of runs are within it. */
function meanOf(values: Float64Array, batches = 50) {
  const size = Math.floor(values.length / batches)
  const means = Array.from({ length: batches }, (_, batch) => {
    const part = values.subarray(batch * size, (batch + 1) * size)
    return part.reduce((sum, one) => sum + one, 0) / size
  })
  const mean = means.reduce((sum, one) => sum + one, 0) / batches
  const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (batches - 1)
  // Student's t of 49 degrees of freedom at 99.9 %.
  return { mean, within: 3.5 * Math.sqrt(variance / batches) }
}

/** Those who come by chance to a line, from when it is as long as it gets. */
function waitsOf(servers: number, load: number, service: (rng: Rng) => number) {
  const arrivals = new Rng(11, 0)
  const services = new Rng(11, 1)
  const line = new WaitingLine(servers)
  const waits = new Float64Array(1_000_000)
  let now = 0
  for (let at = -50_000; at < waits.length; at++) {
    now += arrivals.exponential(1 / load)
    const wait = line.join(now, service(services))
    if (at >= 0) waits[at] = wait
  }
  return { mean: meanOf(waits), delayed: meanOf(waits.map((wait) => (wait > 0 ? 1 : 0))), waits }
}

const isNear = ({ mean, within }: { mean: number; within: number }, truth: number) => {
  // So narrow that a formula that is a little wrong does not pass.
  expect(within / truth).toBeLessThan(0.12)
  expect(Math.abs(mean - truth)).toBeLessThan(within)
}

describe('a line', () => {
  it.each([
    [1, 0.5],
    [1, 0.8],
    [3, 2.4],
    [20, 14],
    [20, 17],
  ])('of %i servers with a load of %d waits as Erlang C says', (servers, load) => {
    const { mean, delayed, waits } = waitsOf(servers, load, (rng) => rng.exponential(1))
    const waiting = erlangC(servers, load)
    isNear(delayed, waiting)
    isNear(mean, waiting / (servers - load))
    const late = 1 / (servers - load)
    isNear(meanOf(waits.map((wait) => (wait > late ? 1 : 0))), waiting * Math.exp(-1))
  })

  it('of one server with services of one length waits half as long, as Pollaczek and Khinchine say', () => {
    const load = 0.8
    isNear(waitsOf(1, load, () => 1).mean, load / (2 * (1 - load)))
  })
})

/** The share of calls that a function with provisioned environments alone refuses. */
function refusedOf(environments: number, load: number, service: (rng: Rng) => number) {
  const lambda = new LambdaFunction({
    account: new Account(10_000),
    provisioned: environments,
    idleSeconds: 0,
    spillsOver: false,
  })
  const arrivals = new Rng(5, 0)
  const services = new Rng(5, 1)
  const agenda = new Agenda()
  const refused = new Float64Array(400_000)
  let at = -20_000
  agenda.add(0, 0, 0)
  while (at < refused.length && agenda.next()) {
    const now = agenda.time
    if (agenda.kind === 1) {
      lambda.giveBack(now, agenda.subject)
      continue
    }
    agenda.add(now + arrivals.exponential(1 / load), 0, 0)
    const environment = lambda.take(now)
    const length = service(services)
    if (environment >= 0) agenda.add(now + length, 1, environment)
    if (at >= 0) refused[at] = environment < 0 ? 1 : 0
    at++
  }
  return meanOf(refused)
}

describe('provisioned environments without any beside them', () => {
  it.each([
    [5, 4],
    [20, 18],
  ])('%i of them with a load of %d refuse as Erlang B says', (environments, load) => {
    isNear(
      refusedOf(environments, load, (rng) => rng.exponential(1)),
      erlangB(environments, load),
    )
  })

  it('do so whatever the lengths of calls are distributed like', () => {
    isNear(
      refusedOf(5, 4, () => 1),
      erlangB(5, 4),
    )
  })
})
