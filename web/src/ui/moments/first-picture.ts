/** So long the first picture waits, from when the client is there, for what its page asks; then it shows that it waits. */
const PATIENCE_MS = 500

let isShown = false

/**
 * What a page's address needs, for its loader to answer: a page that is opened by its address is drawn once, with all of it,
 * and not a frame, a place and a text one after the other. Whoever is on the site already sees at once that something comes.
 */
export function forFirstPicture(work: Promise<unknown>): Promise<unknown> | undefined {
  return isShown ? undefined : work
}

/** Work that is only done for it. */
export const onlyForFirstPicture = (work: () => Promise<unknown>): Promise<unknown> | undefined =>
  isShown ? undefined : work()

/** The same work, but waited for no longer than that. */
export const inTime = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((over) => setTimeout(over, PATIENCE_MS))])

/** Draws the first picture once what it needs is there, or cannot be had. */
export function drawFirst(needed: Promise<unknown>, draw: () => void): void {
  const show = () => {
    isShown = true
    draw()
  }
  needed.then(show, show)
}
