/** The last of the instants until which somebody has seen something; empty: never. What came out before they enrolled is not new. */
export const seenUntil = (...marks: readonly (string | null | undefined)[]): string =>
  marks.reduce<string>((last, mark) => (mark && mark > last ? mark : last), '')
