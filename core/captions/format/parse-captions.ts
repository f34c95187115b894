import webvtt, { type ParsedCue } from 'webvtt-parser'
import { toCaptionLines } from './caption-lines.ts'
import { plainText } from './write-webvtt.ts'

/** Nothing that is spoken in a day has more; more is a mistake or an attack. */
const MAX_CUES = 20_000
/** As many as somebody mends at once. */
const MAX_PROBLEMS = 50

export interface CaptionProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

export type ParsedCaptions =
  | {
      readonly kind: 'cues'
      readonly cues: readonly ParsedCue[]
      /** What the file has and the captions have not, and why. */
      readonly leftOut: readonly CaptionProblem[]
    }
  /** Each names its line where it has one: `line 12: the cue ends before it starts`. */
  | { readonly kind: 'bad'; readonly problems: readonly CaptionProblem[] }

/**
 * Reads WebVTT or SubRip, told apart by the first line. Small sins that have one meaning are forgiven: a
 * comma in a time, missing hours, cues out of order, unknown tags and settings. A cue that is never shown
 * is left out. What would lose text or show it at a wrong time is a problem.
 */
export function parseCaptions(text: string): ParsedCaptions {
  const parsed = parseCues(text)
  if (parsed.kind === 'bad') return parsed
  const cues = parsed.cues.filter(({ startTime, endTime }) => startTime < endTime)
  return cues.length > 0 ? { ...parsed, cues } : bad(1, NO_CUES)
}

/** The same with the cues that are never shown, since they end as they begin. */
export function parseCues(text: string): ParsedCaptions {
  if (text.includes('\0')) return bad(1, 'this is not text; save the captions as UTF-8')
  const { lines, before } = toCaptionLines(text)
  const { cues: all, errors } = new webvtt.WebVTTParser(ENTITIES).parse(
    lines.join('\n'),
    'metadata',
  )
  const told = errors.flatMap(({ message, line }) => {
    const at = line - (PASSED.has(message) ? 1 : 0)
    if (message === TURNED && isMoment(lines[at - 1] ?? ''))
      return { line: at - before, message: MOMENT }
    const meaning = MEANINGS.get(message)
    return meaning === undefined ? [] : { line: at - before, message: meaning }
  })
  const problems = told.filter(({ message }) => message !== MOMENT)
  if (problems.length > 0) return { kind: 'bad', problems: inLineOrder(problems) }
  const cues = all.filter((cue) => plainText(cue) !== '')
  if (cues.length === 0) return bad(1, NO_CUES)
  if (cues.length > MAX_CUES)
    return bad(1, `there are ${cues.length} cues; at most ${MAX_CUES} are taken`)
  return { kind: 'cues', cues, leftOut: inLineOrder(told) }
}

/** Whether a line of times ends as it begins. */
function isMoment(line: string): boolean {
  const [from = '', to = ''] = line.split('-->')
  return from.trim() === /^\s*(\S*)/.exec(to)?.[1]
}

const bad = (line: number, message: string): ParsedCaptions => ({
  kind: 'bad',
  problems: [{ line, message }],
})

/** One problem a line, since one mistake can have several consequences; and one for the lines of a text. */
function inLineOrder(problems: readonly CaptionProblem[]): CaptionProblem[] {
  const byLine = new Map(problems.toReversed().map((problem) => [problem.line, problem]))
  return [...byLine.values()]
    .filter(
      ({ line, message }) => message !== NO_TIMES || byLine.get(line - 1)?.message !== message,
    )
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MAX_PROBLEMS)
}

const TIMES = 'the times cannot be read; write them like 00:00:01.000 --> 00:00:04.000'
const NO_TIMES =
  'there is text without times; write a line like 00:00:01.000 --> 00:00:04.000 above it'

const NO_CUES = 'there are no cues; a cue begins with a line such as 00:00:01.000 --> 00:00:04.000'
const MOMENT = 'the cue ends as it begins, so nobody would see it'

const TURNED = 'End timestamp is not greater than start timestamp.'
/** Errors that the parser tells when it is a line further. */
const PASSED: ReadonlySet<string> = new Set([
  'Cue identifier cannot be standalone.',
  'Cue identifier needs to be followed by timestamp.',
])

/** The parser's errors that lose something, in words; what is missing here is forgiven. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['No timestamp found.', TIMES],
  ['Timestamp must start with a character in the range 0-9.', TIMES],
  ['No time unit separator found.', TIMES],
  ['Must be exactly two digits.', TIMES],
  ['No seconds found or minutes is greater than 59.', TIMES],
  ['No decimal separator (".") found.', TIMES],
  ['Milliseconds must be given in three digits.', TIMES],
  ['You cannot have more than 59 minutes.', 'there cannot be more than 59 minutes'],
  ['You cannot have more than 59 seconds.', 'there cannot be more than 59 seconds'],
  ['No valid timestamp separator found.', TIMES],
  [TURNED, 'the cue ends before it starts'],
  ...[...PASSED].map((message) => [message, NO_TIMES] as const),
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
