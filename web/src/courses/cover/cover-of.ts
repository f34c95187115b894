/** The numbers of a course's cover, drawn from its id by a small hash (FNV-1a, then xorshift). */
export function coverOf(id: string) {
  let seed = 0x811c9dc5
  for (const char of id) seed = Math.imul(seed ^ char.charCodeAt(0), 0x01000193) >>> 0
  const next = (bound: number) => {
    seed ^= seed << 13
    seed ^= seed >>> 17
    seed ^= seed << 5
    seed >>>= 0
    return seed % bound
  }
  const hue = next(360)
  const arcs = [0, 1, 2, 3].map((key) => ({
    key,
    x: next(340),
    y: next(200),
    radius: 40 + next(90),
    turn: next(70),
    light: 36 + next(24),
  }))
  return { hue, arcs }
}
