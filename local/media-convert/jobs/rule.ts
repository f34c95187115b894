/** What is wrong with a setting; null when nothing is. */
export type Check = string | null

export const unless = (isRight: boolean, place: string, complaint: string): Check =>
  isRight ? null : `${place}: ${complaint}`

export const check = (checks: readonly Check[]): string[] =>
  checks.filter((complaint) => complaint !== null)

export const isWithin = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && value >= least && value <= most

export const isMultiple = (value: number, of: number): boolean => {
  const times = value / of
  return times >= 1 && Math.abs(times - Math.round(times)) < 1e-6
}

/** Both sides of a picture: whole, even, and of a size that MediaConvert makes. */
export const evenSides = (
  sides: { readonly width: number; readonly height: number },
  place: string,
): Check[] =>
  (['width', 'height'] as const).flatMap((side) => [
    unless(
      Number.isInteger(sides[side]) && isWithin(sides[side], 32, 8192),
      `${place}/${side}`,
      'Should be a whole number from 32 to 8192',
    ),
    unless(sides[side] % 2 === 0, `${place}/${side}`, 'Should be a multiple of 2'),
  ])
