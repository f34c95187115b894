const KEY = 'lectern.bandwidth'

/** A connection is often another one the next day. */
const FRESH_MS = 24 * 3_600_000
/** Half an hour on, three quarters of what was measured are expected, until a day on half is. */
const SURE_MS = 30 * 60_000

/** What a kept estimate still says, in bits per second: the older it is, the less it is trusted. */
export function agedBandwidth(text: string | null, now: number): number | undefined {
  try {
    const kept: unknown = text ? JSON.parse(text) : undefined
    if (typeof kept !== 'object' || kept === null || !('bps' in kept) || !('at' in kept))
      return undefined
    const { bps, at } = kept
    if (typeof bps !== 'number' || typeof at !== 'number' || !(bps > 0)) return undefined
    const age = now - at
    if (age < 0 || age > FRESH_MS) return undefined
    return Math.round(bps * (age <= SURE_MS ? 0.75 : 0.5))
  } catch {
    return undefined
  }
}

export const rememberedBandwidth = () => agedBandwidth(localStorage.getItem(KEY), Date.now())

export function rememberBandwidth(bitsPerSecond: number): void {
  if (!Number.isFinite(bitsPerSecond) || bitsPerSecond <= 0) return
  localStorage.setItem(KEY, JSON.stringify({ bps: Math.round(bitsPerSecond), at: Date.now() }))
}
