/** A share from percent as somebody writes them; null unless they are whole, from 0 to 100. */
export function toShare(percent: string): number | null {
  const text = percent.trim()
  if (!/^\d{1,3}$/.test(text)) return null
  const share = Number(text) / 100
  return share <= 1 ? share : null
}

/** A share as it is written. */
export const toPercent = (share: unknown): string => String(Math.round(Number(share) * 100))
