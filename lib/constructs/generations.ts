/**
 * The generations of a secret that are valid at once, the newest first: this one, and the one before it, by
 * which what is under way is finished.
 */
export const generationsOf = (generation: number): number[] =>
  generation > 1 ? [generation, generation - 1] : [generation]
