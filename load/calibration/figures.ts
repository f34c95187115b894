import type { Played } from './play.ts'
import { type Amounts, byStage, type MachineFigures, type Stage } from './stages.ts'

/** Some seconds of a load on a machine. */
export interface Worked {
  /** Seconds of the processor, by stage; of the generator with who came. */
  readonly processor: Amounts
  /** How often each request was made, by its name, and how many came. */
  readonly counts: Readonly<Record<string, number>>
}

/**
 * A machine's figures from one load on it: the processor's time of each stage, by how much that stage was asked.
 * @param asked what the same load asks of the stages, as it was played
 */
export function figuresOf({
  cores,
  periods,
  asked,
}: {
  readonly cores: number
  readonly periods: readonly Worked[]
  readonly asked: Played['asked']
}): MachineFigures {
  const unitsOf = ({ counts }: Worked, stage: Stage) =>
    Object.entries(counts).reduce((sum, [name, times]) => {
      const played = asked.get(name)
      return played ? sum + (times * (played.amounts[stage] ?? 0)) / played.count : sum
    }, 0)
  const sum = (of: (period: Worked) => number) =>
    periods.reduce((total, period) => total + of(period), 0)
  const [generator, coming] = ofTwo(
    periods.map((period) => ({
      units: [unitsOf(period, 'generator'), unitsOf(period, 'coming')] as const,
      seconds: period.processor.generator,
    })),
  )
  const secondsPer = byStage((stage) => {
    const units = sum((period) => unitsOf(period, stage))
    return units > 0 ? sum(({ processor }) => processor[stage]) / units : 0
  })
  return { cores, secondsPer: { ...secondsPer, generator, coming } }
}

/** Seconds for one unit of each of two that were measured together: least squares, neither below 0. */
function ofTwo(
  measured: readonly { units: readonly [number, number]; seconds: number }[],
): [number, number] {
  const sum = (of: (it: (typeof measured)[number]) => number) =>
    measured.reduce((total, it) => total + of(it), 0)
  const [aa, ab, bb] = [
    sum(({ units: [a] }) => a * a),
    sum(({ units: [a, b] }) => a * b),
    sum(({ units: [, b] }) => b * b),
  ]
  const [as, bs] = [
    sum(({ units: [a], seconds }) => a * seconds),
    sum(({ units: [, b], seconds }) => b * seconds),
  ]
  const determinant = aa * bb - ab * ab
  const a = (as * bb - bs * ab) / determinant
  const b = (bs * aa - as * ab) / determinant
  if (a >= 0 && b >= 0) return [a, b]
  const alone = (own: number, seconds: number) => (own > 0 ? seconds / own : 0)
  return a >= 0 ? [alone(aa, as), 0] : [0, alone(bb, bs)]
}
