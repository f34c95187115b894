import { opensAt } from '#contract/lessons/gate/is-open'
import type { BurstSource } from './kind.ts'

/** The gates of a course’s published lessons. */
export const opening: BurstSource = {
  timesOf: ({ audiences }) =>
    [...audiences.values()].flatMap((audience) => {
      const at = opensAt(audience)
      return at === null ? [] : [new Date(at)]
    }),
}
