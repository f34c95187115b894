import { describe, expect, it } from 'vitest'
import { simulate } from '#load/simulation/run'
import { examAt, scenarioWith } from '#test/support/simulated'

describe('an exam', () => {
  const runWith = (signInsPerSecond: number, users = 2_000) =>
    simulate(scenarioWith({ users, bursts: [examAt(900)], deployment: { signInsPerSecond } }))

  it('has those sign in who must, once each, whatever the quota', () => {
    const [few, many] = [runWith(2).site, runWith(1_000).site]
    // Eight in ten of four hundred.
    expect(many.signIns).toBeGreaterThan(280)
    expect(many.signIns).toBeLessThan(360)
    expect(many.signInsRefused).toBe(0)
    expect(few.signIns).toBe(many.signIns)
    expect(few.signInsRefused).toBeGreaterThan(100)
  })

  it('begins later for those whom Cognito turns away', () => {
    const inItsMinute = ({ recorder: { stretches, stretchSeconds } }: ReturnType<typeof runWith>) =>
      stretches
        .slice(900 / stretchSeconds, 960 / stretchSeconds)
        .reduce((sum, { asked }) => sum + asked, 0)
    // Two a second are 120 in the minute in which 320 come, and each calls four times when they begin.
    expect(inItsMinute(runWith(2))).toBeLessThan(inItsMinute(runWith(1_000)) - 400)
  })
})
