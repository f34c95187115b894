import { replaceReferences } from '#contract/captions/character-references'

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
    ? { lines: ['WEBVTT', ...webVttCues(lines.slice(1)).map(withSoundTimeOrTags)], before: 0 }
    : { lines: ['WEBVTT', '', ...fromSubRip(lines)], before: 2 }
}

/**
 * Header lines (`Kind: captions`), comments, styles and regions are taken out: what a player shows is
 * its viewer's choice, and comments are not the viewers' to read.
 */
function webVttCues(lines: readonly string[]): string[] {
  let place: Place = 'header'
  return lines.map((line) => {
    place = placeOf(line, place)
    if (place === 'between' && COMMENT.test(line)) place = 'comment'
    return place === 'comment' || place === 'header' ? '' : kept(line, place)
  })
}

type Place = 'header' | 'comment' | 'between' | 'name' | 'cue'
const COMMENT = /^(NOTE|STYLE|REGION)(?:[ \t]|$)/

/** Where a line stands, by the place of the one before. Only an empty line ends a cue, none of spaces. */
function placeOf(line: string, before: Place): Place {
  if (line === '') return 'between'
  // A cue without a blank line before it begins all the same.
  if (line.includes(ARROW)) return 'cue'
  return before === 'between' && line.trim() !== '' && !COMMENT.test(line) ? 'name' : before
}

/** A line of spaces is a row of a cue, and says nothing elsewhere. */
const kept = (line: string, place: Place) => (place !== 'cue' && line.trim() === '' ? '' : line)

/** SubRip has no standard: https://matroska.org/technical/subtitles.html#srt-subtitles tells what is common. */
function fromSubRip(lines: readonly string[]): string[] {
  let place: Place = 'between'
  return lines.map((line, at) => {
    place = placeOf(line, place)
    const next = lines[at + 1] ?? ''
    if (/^\s*\d+\s*$/.test(line) && next.includes(ARROW)) return ''
    if (!line.includes(ARROW)) return withWebVttTags(kept(line, place))
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
  withCharacters(line)
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/\{(\/?[biu])\}/gi, (_, tag: string) => `<${tag.toLowerCase()}>`)
    .replace(/<(?!\/?[a-z][^<>]*>|\d[\d:.]*>)/gi, '&lt;')

/** WebVTT's parser knows few references, so they become the characters that they stand for. */
const withCharacters = (line: string) =>
  replaceReferences(line, (characters) =>
    characters.replace(/[&<>\r\n]/g, (sign) => SYNTAX[sign] ?? sign),
  )

/** What would be read as a tag or as the end of a line. */
const SYNTAX: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#10;',
  '\n': '&#10;',
}

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
