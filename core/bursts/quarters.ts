const MINUTE = 60_000
export const QUARTER = 15 * MINUTE
/** After the quarter’s end: who is late comes then, and scaling has seen those who came. */
const STAY = 30 * MINUTE

/** Its quarter of an hour’s beginning. Bursts are kept by these, so that a course has few, and all of them few changes. */
export const quarterOf = (moment: Date): Date =>
  new Date(Math.floor(moment.getTime() / QUARTER) * QUARTER)

/** Environments take a minute or two to be ready, many of them longer. */
export const beginOf = (at: Date): Date => new Date(at.getTime() - QUARTER)

export const endOf = (at: Date): Date => new Date(at.getTime() + QUARTER + STAY)

/** The earliest that is not over by now, by its quarter. */
export const earliestOpen = (now: Date): Date => new Date(now.getTime() - QUARTER - STAY)
