import { expect, test } from 'vitest'
import { callsTo } from '#contract/bursts/calls-to'
import { burstKinds } from '#contract/bursts/kinds/index'
import { needsOf } from '#core/bursts/needs-of'
import { targets } from '#lib/settings/targets'
import { comingRatesOf } from '#load/model/burst-rates'
import { bursts } from '#load/model/bursts'
import { byService } from '#load/model/rates'
import { environmentsFor } from '#load/plan/queueing/environments'

const UTILISATION = 70

/** What the plan keeps for so many who come, with nobody else. */
const plannedFor = (people: number, serviceMs: number) => {
  const rates = comingRatesOf({ ...bursts.lecture, shareOfUsers: 1 }, people)
  const callsPerSecond = byService(rates).learning
  return environmentsFor({ callsPerSecond, serviceMs, utilisationPercent: UTILISATION })
}

test.each([2_000, 5_000, 20_000, 100_000])(
  'the members of a course of %i who come find what the plan keeps for as many',
  (members) => {
    const { opening } = burstKinds
    const perMember = (callsTo('learning', opening) * opening.comePercent) / 10 / UTILISATION
    const at = new Date('2026-11-28T12:00:00Z')
    const burst = { kind: 'opening', courseId: 'crs_a', at, members } as const
    const needed = needsOf([burst], { perMember: { opening: perMember } })(at)
    const people = (members * opening.comePercent) / 100
    for (const serviceMs of [20, 60, 99]) {
      const { environments } = plannedFor(people, serviceMs)
      expect(needed).toBeLessThanOrEqual(environments)
      // So few wait that the three which are warm at any hour make up for it.
      expect(needed + targets.provisionedConcurrency.min).toBeGreaterThanOrEqual(environments)
    }
  },
)
