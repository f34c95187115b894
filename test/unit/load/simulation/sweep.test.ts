import { expect, it } from 'vitest'
import { readOptions } from '#load/simulation/read-options'
import { pageOf } from '#load/simulation/report/page'
import { simulate } from '#load/simulation/run'
import { sweep } from '#load/simulation/sweep'
import { examAt, scenarioWith } from '#test/support/simulated'

it('finds the users that break availability: those that the stage’s rate throttles', () => {
  const tried: number[] = []
  const gateway = { requestsPerSecond: 60, burst: 60, hasCache: true }
  const edges = sweep({
    runOf: (users) => {
      tried.push(users)
      return simulate(scenarioWith({ users, seconds: 900, deployment: { gateway } }))
    },
    ...{ from: 100, most: 2_000, within: 0.05 },
  })
  const availability = edges.find(({ name }) => name === 'availability')
  // Each asks 0.1 times a second: 600 are 60.
  expect(availability?.kept).toBeGreaterThan(400)
  expect(availability?.broken).toBeLessThan(650)
  expect(new Set(tried).size).toBe(tried.length)
  expect(edges.find(({ name }) => name === 'response')?.broken).toBe(Number.POSITIVE_INFINITY)
})

it('draws a run as one page that asks nobody for anything', () => {
  const page = pageOf(simulate(scenarioWith({ users: 200, bursts: [examAt(900)] })))
  expect(page.match(/<figure>/g)).toHaveLength(8)
  expect(page).toContain('Time to the answer')
  expect(page).not.toMatch(/NaN|Infinity|undefined|https?:\/\//)
})

it('says in a sentence what is wrong with an option', () => {
  const said = (...args: string[]) => {
    try {
      readOptions(args)
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
    return 'nothing'
  }
  expect(said('--users', '10_000', '--fault', 'zone:60', '--fault', 'release:80')).toBe('nothing')
  expect(said('--users', 'many')).toMatch(/whole number from 1 to 1,000,000/)
  expect(said('--hours', '0')).toMatch(/hours from 0.1 to 24/)
  expect(said('--fault', 'flood:3')).toMatch(/zone, valkey, release, cold-release and a minute/)
})
