declare global {
  interface Window {
    /** What `early/early.ts` has asked for already, by method and address. */
    early?: Record<string, EarlyAnswer>
    /** In a page that came made: does what was pressed or chosen before the client was there, once. */
    redoAct?: () => void
    /** Whether the page was out of sight at any time, as a tab in the background is: browsers paint it later or never. */
    wasHidden?: boolean
  }
}
interface EarlyAnswer {
  readonly token: string | undefined
  readonly answer: Promise<Response>
}

/** So long after the page began an early answer is not taken for a new one. */
const FRESH_MS = 20_000

/** The answer to what the page's address let ask before, to be taken once; undefined: ask. */
export function takeEarly(
  method: string,
  address: string,
  token?: string,
): Promise<Response> | undefined {
  if (!globalThis.window?.early) return undefined
  const name = `${method} ${new URL(address, location.origin).href}`
  const known = window.early?.[name]
  if (!known || known.token !== token) return undefined
  delete window.early?.[name]
  return performance.now() < FRESH_MS ? known.answer : undefined
}

/** A file as the page's address let fetch it before, or else as it is fetched now. */
export async function fetchFile(address: string): Promise<Response> {
  const early = await takeEarly('GET', address)?.catch(() => undefined)
  return early?.ok ? early : fetch(address)
}
