/** Seconds as a player shows them: `1:02:05`, `4:09`. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 60) % 60, whole % 60]
  const hours = Math.floor(whole / 3600)
  if (hours > 0) parts.unshift(hours)
  return parts.map((part, at) => String(part).padStart(at === 0 ? 1 : 2, '0')).join(':')
}
