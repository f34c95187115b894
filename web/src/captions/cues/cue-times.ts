/** `1:02:03.400`, `2:03.400`: as short as it can be, to a thousandth. */
export function writeTime(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(ms / 3_600_000)
  const minutes = Math.floor(ms / 60_000) % 60
  const seconds = `${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`
}

/** The milliseconds of `75`, `1:15`, `1:15.5`, `0:01:15,500`; null for what is no time. */
export function readTime(text: string): number | null {
  const found = /^(?:(?:(\d+):)?(\d{1,2}):)?(\d{1,2}|\d+(?=$|[.,]))(?:[.,](\d{1,3}))?$/.exec(
    text.trim(),
  )
  if (!found) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = found
  const alone = found[2] === undefined
  if (Number(minutes) > 59 || (!alone && Number(seconds) > 59)) return null
  return (
    Number(hours) * 3_600_000 +
    Number(minutes) * 60_000 +
    Number(seconds) * 1000 +
    Number(fraction.padEnd(3, '0'))
  )
}

/** As WebVTT wants it: `00:02:03.400`. */
export function vttTime(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(
    Math.floor(ms / 1000) % 60,
  )}.${String(ms % 1000).padStart(3, '0')}`
}
