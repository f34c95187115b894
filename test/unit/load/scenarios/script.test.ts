import { describe, expect, it } from 'vitest'
import { model } from '#load/model/model'
import { ratesOf, routeIds } from '#load/model/rates'
import { leftOut } from '#load/scenarios/calls'
import type { KindName } from '#load/scenarios/flow'
import { secondsOf } from '#load/scenarios/for-seconds'
import { comingSeconds, fileOf, loadBursts, scriptOf } from '#load/scenarios/script'
import type { ArtilleryScenario, ArtilleryStep, Call } from '#load/scenarios/step'
import * as user from '#load/scenarios/user/index'

const options = {
  target: 'http://127.0.0.1:1',
  users: 200,
  minutes: 40,
  heartbeatSeconds: 30,
  seed: 1,
}

/** Each call of the flow as often as it is made. */
const callsOf = (steps: readonly ArtilleryStep[], times = 1): [Call, number][] =>
  steps.flatMap((step): [Call, number][] => {
    if ('loop' in step) return callsOf(step.loop, times * step.count)
    if ('think' in step || 'function' in step) return []
    return Object.values(step).map((call) => [call, times])
  })

const functionsOf = (steps: readonly ArtilleryStep[]): string[] =>
  steps.flatMap((step) => {
    if ('loop' in step) return functionsOf(step.loop)
    if ('function' in step) return [step.function]
    if ('think' in step) return []
    return Object.values(step).flatMap((call: Call) => [
      ...(call.beforeRequest ?? []),
      ...(call.afterResponse ?? []),
    ])
  })

/** Calls a second of so many users, as Artillery will draw them. */
function ratesIn(scenarios: readonly ArtilleryScenario[], users: number): Map<string, number> {
  const weights = scenarios.reduce((sum, { weight }) => sum + weight, 0)
  const rates = new Map<string, number>()
  for (const { flow, weight } of scenarios)
    for (const [{ name }, times] of callsOf(flow))
      rates.set(
        name,
        (rates.get(name) ?? 0) + (times * users * weight) / weights / (options.minutes * 60),
      )
  return rates
}

describe('The script of a load', () => {
  it('says the unit of each time, since Artillery takes a fraction without one for nothing', () => {
    const thinks = [...fileOf(scriptOf(options)).matchAll(/"think": (.+?),?\n/g)].map(
      ([, it]) => it,
    )
    expect(thinks.length).toBeGreaterThan(100)
    expect(thinks.some((it) => it?.includes('.'))).toBe(true)
    for (const think of thinks) expect(think).toMatch(/^"\d+(\.\d+)?s"$/)
  })

  it('asks as often as the model says', () => {
    const rates = ratesIn(scriptOf(options).scenarios, 10_000)
    const said = ratesOf(model, { users: 10_000, heartbeatSeconds: 30, hurry: 1 })
    // Twenty sessions of each kind are drawn, so what is seldom is drawn seldom or not at all.
    const often = routeIds.filter((id) => said[id] > 10 && !leftOut[id])
    expect(often).toEqual(expect.arrayContaining(['recordProgress', 'listMyCourses', 'openCourse']))
    // Each learner opens the course once more, to be in the midst of it.
    const { teaching, contentTeam } = model.people
    const learners = 10_000 * (1 - teaching.share - contentTeam.share)
    for (const id of often) {
      const beginning = id === 'openCourse' ? learners / (options.minutes * 60) : 0
      const rate = (rates.get(id) ?? 0) - beginning
      expect(rate, id).toBeGreaterThan(0.75 * said[id])
      expect(rate, id).toBeLessThan(1.25 * said[id])
    }
  })

  it('keeps everybody there for its minutes', () => {
    for (const { name, flow } of scriptOf(options).scenarios) {
      const seconds = flow.reduce((sum, step) => sum + secondsOf(step), 0)
      expect(seconds, name).toBeGreaterThan(0.97 * options.minutes * 60)
      expect(seconds, name).toBeLessThan(1.03 * options.minutes * 60)
    }
  })

  it('names functions that its users have', () => {
    const bursts = Object.values(loadBursts).map((burst) => scriptOf({ ...options, burst }))
    const flows = [scriptOf(options), ...bursts].flatMap(({ scenarios }) => scenarios)
    const missing = flows.flatMap(({ flow }) => functionsOf(flow)).filter((name) => !(name in user))
    expect(missing).toEqual([])
  })

  it('draws the same sessions from the same seed, and others from another', () => {
    expect(scriptOf(options)).toEqual(scriptOf(options))
    expect(scriptOf({ ...options, seed: 2 })).not.toEqual(scriptOf(options))
  })

  it('lets people come over a while, shared among the machines, and those of a burst at once', () => {
    const { lecture } = model.bursts
    expect(scriptOf({ ...options, machines: 4 }).config.phases).toEqual([
      { name: 'people come', duration: 60, arrivalCount: 50 },
    ])
    expect(scriptOf({ ...options, burst: lecture }).config.phases).toEqual([
      { name: lecture.name, duration: 60, arrivalCount: 100 },
    ])
    expect(comingSeconds(1)).toBe(15)
  })

  it('has the people of some kinds alone', () => {
    const only: KindName[] = ['teaching']
    const names = new Set(scriptOf({ ...options, only }).scenarios.map(({ name }) => name))
    expect([...names]).toEqual(only)
  })

  it('has a storm of sign-ins: each comes by password, and calls with the token that they get', () => {
    const storm = loadBursts['sign-ins']
    const { config, scenarios } = scriptOf({ ...options, burst: storm })
    expect(config.phases).toEqual([{ name: storm.name, duration: 60, arrivalCount: 200 }])
    expect(scenarios).toHaveLength(1)
    const flow = scenarios[0]?.flow ?? []
    expect(callsOf(flow).map(([{ name }]) => name)).toEqual([
      'page',
      'signIn',
      'listMyCourses',
      'getMyWeek',
    ])
    expect(functionsOf(flow)).toEqual(
      expect.arrayContaining(['becomeNewcomer', 'writePassword', 'keepToken', 'asPerson']),
    )
    expect(functionsOf(flow).indexOf('keepToken')).toBeLessThan(
      functionsOf(flow).indexOf('asPerson'),
    )
  })
})
