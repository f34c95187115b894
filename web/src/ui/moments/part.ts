import { useEffect, useState } from 'react'

/** Code that comes by itself. */
export interface Part<T> {
  /** Fetches and runs it, once; where that failed, again. */
  readonly load: () => Promise<void>
  /** Undefined until it is there. */
  readonly code: () => T | undefined
}

export function partOf<T>(load: () => Promise<{ readonly default: T }>): Part<T> {
  let code: T | undefined
  let loading: Promise<void> | undefined
  return {
    load: () => {
      loading ??= load().then(
        (loaded) => {
          code = loaded.default
        },
        (error: unknown) => {
          loading = undefined
          throw error
        },
      )
      return loading
    },
    code: () => code,
  }
}

/** For what needs none. */
export const NO_PART: Part<null> = { load: async () => undefined, code: () => null }

/**
 * A part, as soon as it is there; undefined until then. Not by `lazy`: what suspends by that, React holds back until 0.3 s
 * after it has shown another stand-in (its `FALLBACK_THROTTLE_MS`), however soon the code is there.
 */
export function usePart<T>(part: Part<T>): T | undefined {
  const [told, tell] = useState<{ readonly error?: unknown }>()
  useEffect(() => {
    if (part.code() === undefined)
      part.load().then(
        () => tell({}),
        (error: unknown) => tell({ error }),
      )
  }, [part])
  if (told && 'error' in told) throw told.error
  return part.code()
}
