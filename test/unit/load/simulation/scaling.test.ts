import { describe, expect, it } from 'vitest'
import { facts } from '#load/simulation/aws/facts'
import { TargetTracking, type Tracking } from '#load/simulation/aws/target-tracking'
import { simulate } from '#load/simulation/run'
import { scenarioWith } from '#test/support/simulated'

const bounds = { min: 3, max: 200, utilisationPercent: 70 }

/** How many environments there are after each minute of so many calls a second, each of such a length. */
function provisionedOver(
  minutes: number,
  tracking: Tracking,
  callsOf: (minute: number) => number,
  callSeconds: number,
) {
  const scaling = new TargetTracking(tracking, bounds, bounds.min)
  let provisioned = bounds.min
  let coming: { count: number; at: number } | undefined
  return Array.from({ length: minutes }, (_, at) => {
    const now = (at + 1) * 60
    if (coming && coming.at <= now) {
      provisioned = coming.count
      coming = undefined
    }
    const calls = 60 * callsOf(at)
    const busySeconds = calls * callSeconds
    // What they can take, by calls and by time; the rest spills over.
    const most = Math.min(busySeconds, 60 * provisioned * Math.min(1, callSeconds * 10))
    const minute = { calls, busySeconds, provisionedBusySeconds: most, provisioned }
    coming = scaling.see(now, minute) ?? coming
    return provisioned
  })
}

const steps = (counts: readonly number[]) => counts.filter((one, at) => one !== counts[at - 1])

describe('target tracking', () => {
  it('of busy environments never moves while calls are short, whatever comes', () => {
    expect(steps(provisionedOver(60, 'concurrency', () => 1_000, 0.05))).toEqual([3])
  })

  it('of busy environments goes up by the target’s inverse, a step of minutes at a time', () => {
    const counts = provisionedOver(60, 'concurrency', () => 200, 0.2)
    expect(steps(counts)).toEqual([3, 5, 8, 12, 18, 26, 38, 55, 58])
    expect(counts.indexOf(18)).toBeGreaterThanOrEqual(16)
  })

  it('of calls goes up in one step, after three points and Lambda’s minutes', () => {
    const counts = provisionedOver(30, 'calls', () => 1_000, 0.05)
    expect(steps(counts)).toEqual([3, 143])
    const { preparationSeconds, perSecond } = facts.lambda.allocation
    const seen = (facts.tracking.pointsOut + 1) * 60
    expect(counts.indexOf(143)).toBe(
      Math.ceil((seen + preparationSeconds + 140 / perSecond) / 60) - 1,
    )
  })

  it('goes down after a quarter of an hour, and a tenth at a time', () => {
    const counts = provisionedOver(90, 'calls', (minute) => (minute < 10 ? 1_000 : 50), 0.05)
    const [first, second, third] = steps(counts).slice(1)
    expect([first, second, third]).toEqual([143, 129, 117])
    expect(counts.indexOf(129)).toBeGreaterThanOrEqual(25)
    expect(Math.min(...counts.slice(10))).toBeGreaterThanOrEqual(bounds.min)
  })
})

describe('a deployment of 3 to 20 with 2,100 users', () => {
  const spilledWith = (tracking: Tracking) => {
    const scenario = scenarioWith({ users: 2_100, seconds: 2_700, deployment: { tracking } })
    const { recorder } = simulate(scenario)
    const last = recorder.stretches.at(-2)
    return { spilled: recorder.functions[1]?.spilledOver ?? 0, learning: last?.provisioned[1] }
  }

  it('stays at 3 by busy environments, and reaches 20 by calls', () => {
    const concurrency = spilledWith('concurrency')
    const calls = spilledWith('calls')
    expect(concurrency.learning).toBe(3)
    expect(calls.learning).toBe(20)
    expect(calls.spilled).toBeLessThan(concurrency.spilled / 2)
  })
})
