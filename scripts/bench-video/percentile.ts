/** The nearest-rank percentile: the smallest value that `percent` of all do not exceed. */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length))
  const value = sorted[rank - 1]
  if (value === undefined) throw new Error('There is nothing to take a percentile of')
  return value
}

export const round = (milliseconds: number) => Math.round(milliseconds).toLocaleString('en')
