export interface Axis {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  readonly name: (value: number) => string
  readonly isLog?: boolean
}

/** Where a value lies between two places; what is beyond the axis lies at its end. */
export function scale({ from, to, isLog }: Axis, start: number, end: number) {
  const of = (value: number) => (isLog ? Math.log10(value) : value)
  return (value: number): number => {
    const share = value <= from ? 0 : (of(value) - of(from)) / (of(to) - of(from))
    return Math.round((start + Math.min(1, share) * (end - start)) * 10) / 10
  }
}

/** Some round values from nothing up to what is at least the most. */
export function ticksTo(most: number): number[] {
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5].find((one) => one * power >= rough) ?? 10)
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}

/** Of so many minutes those that people name: each of five, of a quarter of an hour, and so on. */
export function minutesTo(most: number): number[] {
  const step = [1, 5, 15, 30, 60, 120].find((it) => most / it <= 5) ?? 240
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step)
}

/** Ten, a hundred and so on, to what is at least the most. */
export const powersTo = (most: number): number[] =>
  Array.from({ length: Math.max(2, Math.ceil(Math.log10(most))) }, (_, index) => 10 ** (index + 1))
