/** Does something while nothing else happens, within three seconds; answers how to stop waiting for that. */
export function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in window)) return () => undefined
  const idle = requestIdleCallback(act, { timeout: 3000 })
  return () => cancelIdleCallback(idle)
}

/** Whatever fails is left to the page. */
export const notEarly = (error: unknown) =>
  console.info('A part of the page was not fetched early', error)
