import { useMemo } from 'react'
import { beginningWithin } from '#contract/progress/within-stream'

/**
 * Of what goes with a video, what begins before the end of the stream that plays: chapters, captions and
 * sprites may still be those of a longer video that it replaced. `secondOf` stays the same function.
 */
export const useWithin = <T>(
  moments: readonly T[],
  secondOf: (moment: T) => number,
  /** Seconds; 0 while it is not known. */
  end: number,
): readonly T[] => useMemo(() => beginningWithin(moments, secondOf, end), [moments, secondOf, end])
