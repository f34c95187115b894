import webvtt, { type ParsedCue } from 'webvtt-parser'
import { type Saying, say } from '#contract/say'
import { toCaptionLines } from './caption-lines.ts'
import { plainText } from './write-webvtt.ts'

/** Nothing that is spoken in a day has more; more is a mistake or an attack. */
const MAX_CUES = 20_000
/** As many as somebody mends at once. */
const MAX_PROBLEMS = 50

/** Something wrong, at a line: from 1. */
export type LineProblem = Saying & { readonly line: number }

export type ParsedCaptions =
  | {
      readonly kind: 'cues'
      readonly cues: readonly ParsedCue[]
      /** What the file has and the captions have not, and why. */
      readonly leftOut: readonly LineProblem[]
    }
  | { readonly kind: 'bad'; readonly problems: readonly LineProblem[] }

/**
 * Reads WebVTT or SubRip, told apart by the first line. Small sins that have one meaning are forgiven: a
 * comma in a time, missing hours, cues out of order, unknown tags and settings. A cue that is never shown
 * is left out. What would lose text or show it at a wrong time is a problem.
 */
export function parseCaptions(text: string): ParsedCaptions {
  const parsed = parseCues(text)
  if (parsed.kind === 'bad') return parsed
  const cues = parsed.cues.filter(({ startTime, endTime }) => startTime < endTime)
  return cues.length > 0 ? { ...parsed, cues } : bad(say('no_cues'))
}

/** The same with the cues that are never shown, since they end as they begin. */
export function parseCues(text: string): ParsedCaptions {
  if (text.includes('\0')) return bad(say('no_text'))
  const { lines, before } = toCaptionLines(text)
  const { cues: all, errors } = new webvtt.WebVTTParser(ENTITIES).parse(
    lines.join('\n'),
    'metadata',
  )
  const told = errors.flatMap(({ message, line }) => {
    const at = line - (PASSED.has(message) ? 1 : 0)
    const meaning =
      message === TURNED && isMoment(lines[at - 1] ?? '')
        ? say('cue_never_shown')
        : MEANINGS.get(message)
    return meaning === undefined ? [] : { line: at - before, ...meaning }
  })
  const problems = told.filter(({ code }) => code !== 'cue_never_shown')
  if (problems.length > 0) return { kind: 'bad', problems: inLineOrder(problems) }
  const cues = all.filter((cue) => plainText(cue) !== '')
  if (cues.length === 0) return bad(say('no_cues'))
  if (cues.length > MAX_CUES)
    return bad(say('too_many_cues', { count: cues.length, most: MAX_CUES }))
  return { kind: 'cues', cues, leftOut: inLineOrder(told) }
}

/** Whether a line of times ends as it begins. */
function isMoment(line: string): boolean {
  const [from = '', to = ''] = line.split('-->')
  return from.trim() === /^\s*(\S*)/.exec(to)?.[1]
}

/** Of the whole file, which begins at its first line. */
const bad = (problem: Saying): ParsedCaptions => ({
  kind: 'bad',
  problems: [{ line: 1, ...problem }],
})

/** One problem a line, since one mistake can have several consequences; and one for the lines of a text. */
function inLineOrder(problems: readonly LineProblem[]): LineProblem[] {
  const byLine = new Map(problems.toReversed().map((problem) => [problem.line, problem]))
  return [...byLine.values()]
    .filter(({ line, code }) => code !== 'times_missing' || byLine.get(line - 1)?.code !== code)
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MAX_PROBLEMS)
}

const TURNED = 'End timestamp is not greater than start timestamp.'
/** Errors that the parser tells when it is a line further. */
const PASSED: ReadonlySet<string> = new Set([
  'Cue identifier cannot be standalone.',
  'Cue identifier needs to be followed by timestamp.',
])

/** What the parser's errors mean that lose something; what is missing here is forgiven. */
const TIMES = say('times_unreadable')
const MEANINGS: ReadonlyMap<string, Saying> = new Map<string, Saying>([
  ['No timestamp found.', TIMES],
  ['Timestamp must start with a character in the range 0-9.', TIMES],
  ['No time unit separator found.', TIMES],
  ['Must be exactly two digits.', TIMES],
  ['No seconds found or minutes is greater than 59.', TIMES],
  ['No decimal separator (".") found.', TIMES],
  ['Milliseconds must be given in three digits.', TIMES],
  ['You cannot have more than 59 minutes.', say('minutes_over_59')],
  ['You cannot have more than 59 seconds.', say('seconds_over_59')],
  ['No valid timestamp separator found.', TIMES],
  [TURNED, say('cue_ends_early')],
  ...[...PASSED].map((message) => [message, say('times_missing')] as const),
])

/** All that is left of them; it wants them without their semicolons, too. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&amp': '&',
  '&lt;': '<',
  '&lt': '<',
  '&gt;': '>',
  '&gt': '>',
}
