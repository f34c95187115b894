/** Caption lines as the parser of WebVTT takes them; each stays at its place, so that errors name it. */
export interface CaptionLines {
  readonly lines: readonly string[]
  /** How many lines stand before the file's own first one. */
  readonly before: number
}

const ARROW = '-->'

/** Whatever a file's kind, its lines as WebVTT: BOM and line ends gone, times in WebVTT's form. */
export function toCaptionLines(text: string): CaptionLines {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  return /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')
    ? { lines: withoutBlocks(lines).map(withSoundTimeOrTags), before: 0 }
    : { lines: ['WEBVTT', '', ...fromSubRip(lines)], before: 2 }
}

/**
 * Header lines (`Kind: captions`), comments, styles and regions are taken out: what a player shows is
 * its viewer's choice, and comments are not the viewers' to read.
 */
function withoutBlocks(lines: readonly string[]): string[] {
  let inside = true
  return lines.map((line, at) => {
    if (at === 0) return 'WEBVTT'
    if (line.trim() === '') inside = false
    else if ((lines[at - 1] ?? '').trim() === '' && /^(NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line))
      inside = true
    // A cue without a blank line before it begins all the same.
    else if (line.includes(ARROW)) inside = false
    return inside || line.trim() === '' ? '' : line
  })
}

/** SubRip has no standard: https://matroska.org/technical/subtitles.html#srt-subtitles tells what is common. */
function fromSubRip(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    if (line.trim() === '') return ''
    const next = lines[at + 1] ?? ''
    if (/^\s*\d+\s*$/.test(line) && next.includes(ARROW)) return ''
    if (!line.includes(ARROW)) return withWebVttTags(line)
    // SubRip's own places on the screen, `X1:…`, belong to a picture of another size.
    const times = withSoundTime(line.replace(/\s+[XY]\d:.*$/i, ''))
    return /^\s*\{\\an[789]\}/.test(next) ? `${times} line:0` : times
  })
}

const withSoundTimeOrTags = (line: string) =>
  line.includes(ARROW) ? withSoundTime(line) : withWebVttTags(line)

/**
 * SubStation's `{\an8}` goes and `{b}` becomes a tag. A `<` that begins no tag is one that somebody wrote:
 * `a < b`, which the parser would take for a tag up to the end of the cue.
 */
const withWebVttTags = (line: string) =>
  line
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/\{(\/?[biu])\}/gi, (_, tag: string) => `<${tag.toLowerCase()}>`)
    .replace(/<(?!\/?[a-z][^<>]*>|\d[\d:.]*>)/gi, '&lt;')

const TIME = /^(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/

/** Times as people write them, `1:02,5`, in the one form that WebVTT allows; others stay as they are. */
function withSoundTime(line: string): string {
  const [from = '', rest = ''] = line.split(ARROW)
  const [, to = '', settings = ''] = /^\s*(\S*)(.*)$/.exec(rest) ?? []
  return `${soundTime(from.trim())} ${ARROW} ${soundTime(to)}${settings}`
}

function soundTime(time: string): string {
  const [, hours = '', minutes, seconds, fraction = ''] = TIME.exec(time) ?? []
  if (minutes === undefined || seconds === undefined) return time
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}:${seconds.padStart(2, '0')}.${fraction.padEnd(3, '0')}`
}
