import { figuresOf } from '#load/calibration/figures'
import { play } from '#load/calibration/play'
import { type Limit, limitOf } from '#load/calibration/seen'
import { byStage, type MachineFigures } from '#load/calibration/stages'
import type { MeasuredPeriod } from './measure.ts'
import { PERIOD_SECONDS, type Ramp, scriptOfRamp } from './mix.ts'

/** A load that was measured, as it is kept. */
export interface Measured {
  readonly ramp: Ramp
  readonly cores: number
  readonly periods: readonly MeasuredPeriod[]
}

/** Periods. */
const WARM_UP = 2

const playRamp = (ramp: Ramp, figures: MachineFigures, speeds?: readonly number[]) =>
  play(
    {
      ...{
        users: ramp.users,
        seconds: ramp.seconds,
        seed: 1,
        periodSeconds: PERIOD_SECONDS,
        speeds,
      },
      scenarios: scriptOfRamp(ramp, 'http://127.0.0.1').scenarios,
    },
    figures,
  )

/** The first of a load is left out: until code is compiled all takes several times as long. */
export function machineOf({ ramp, cores, periods }: Measured): MachineFigures {
  const { asked } = playRamp(ramp, { cores, secondsPer: byStage(() => 0) })
  return figuresOf({ cores, periods: periods.slice(WARM_UP), asked })
}

/** What others took of the machine while it was measured is taken from its speed. */
export const predict = ({ ramp, periods }: Measured, machine: MachineFigures): Limit | undefined =>
  limitOf(
    playRamp(
      ramp,
      machine,
      periods.map(({ othersShare }) => 1 - othersShare),
    ).seen,
  )
