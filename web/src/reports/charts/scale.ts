/** What an axis counts. */
export type Unit = 'count' | 'seconds' | 'share' | 'milliseconds' | 'percent'

const MOST_STEPS = 4
const MINUTE = 60
const HOUR = 3600
/** Steps of time as a clock has them; from an hour on, hours go by tens. */
const OF_TIME = [1, 5, 15, 30].map((minutes) => minutes * MINUTE)

/** The least step of what goes by tens. */
const LEAST: Readonly<Partial<Record<Unit, number>>> = { count: 1, milliseconds: 10, percent: 0.01 }

/** Round values from nought to at least `most`, evenly apart, four steps at the most; of a share always to 100 %. */
export function ticksOf(most: number, unit: Unit): readonly number[] {
  if (unit === 'share') return [0, 0.25, 0.5, 0.75, 1]
  const least = LEAST[unit]
  const step =
    least !== undefined
      ? roundStep(most, least)
      : (OF_TIME.find((one) => reaches(one, most)) ?? roundStep(most, HOUR))
  const steps = Math.max(1, Math.ceil(most / step))
  // Hundredths have no exact multiples.
  return Array.from({ length: steps + 1 }, (_, at) => Number((at * step).toPrecision(12)))
}

/** The first of 1, 2, 5, 10, 20 … times `one` with which few steps reach so far. */
function roundStep(most: number, one: number): number {
  for (let ten = one; ; ten *= 10)
    for (const step of [ten, 2 * ten, 5 * ten]) if (reaches(step, most)) return step
}

const reaches = (step: number, most: number) => step * MOST_STEPS >= most
