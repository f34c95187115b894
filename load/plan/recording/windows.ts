/** That anything comes within a time in which so much comes on average, one independent of another. */
export const chanceOfAny = (mean: number): number => 1 - Math.exp(-mean)

/** How many of so many things are met by so many who each pick one at random. */
export const metOf = (things: number, picks: number): number =>
  things > 0 ? things * chanceOfAny(picks / things) : 0
