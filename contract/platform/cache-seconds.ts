/** How long caches keep what they are given, where nothing tells them earlier, in seconds. */
export const cacheSeconds = {
  /** Static files and published content at the edge. */
  edge: 86_400,
  /** Answers in the gateway's cache. */
  gateway: { min: 60, max: 300 },
  /** What is never written again under its name. A year is as long as caches keep anything. */
  forGood: 31_536_000,
} as const

/** The `Cache-Control` of what is never written again under its name. */
export const FOR_GOOD = `max-age=${cacheSeconds.forGood}, immutable`
