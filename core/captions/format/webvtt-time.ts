/** Seconds as WebVTT writes them, always with the hours: `00:01:02.500`. */
export function webVttTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const part = (of: number, within: number, digits: number) =>
    String(Math.floor(milliseconds / of) % within).padStart(digits, '0')
  const hours = String(Math.floor(milliseconds / 3_600_000)).padStart(2, '0')
  return `${hours}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`
}
