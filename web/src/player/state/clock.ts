import { amountInWords } from '#web/ui/words.ts'

/** `1:02:03`, `2:03`: where in a video, as players show it. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** `1 hour 2 minutes 3 seconds`: the same for ears. */
export function clockInWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return amountInWords([
    ...(h > 0 ? [[h, 'hour'] as const] : []),
    ...(m > 0 ? [[m, 'minute'] as const] : []),
    ...(s > 0 || whole === 0 ? [[s, 'second'] as const] : []),
  ])
}
