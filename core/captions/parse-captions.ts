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
  | { readonly kind: 'cues'; readonly cues: readonly ParsedCue[] }
  /** Each names its line where it has one: `line 12: the cue ends before it starts`. */
  | { readonly kind: 'bad'; readonly problems: readonly CaptionProblem[] }

/**
 * Reads WebVTT or SubRip, told apart by the first line. Small sins that have one meaning are forgiven: a
 * comma in a time, missing hours, cues out of order, unknown tags and settings. What would lose text
 * or show it at a wrong time is a problem.
 */
export function parseCaptions(text: string): ParsedCaptions {
  if (text.includes('\0')) return bad(1, 'this is not text; save the captions as UTF-8')
  const { lines, before } = toCaptionLines(text)
  const { cues: all, errors } = new webvtt.WebVTTParser(ENTITIES).parse(
    lines.join('\n'),
    'metadata',
  )
  const problems = errors.flatMap(({ message, line }) => {
    const meaning = MEANINGS.get(message)
    return meaning === undefined ? [] : [{ line: line - before, message: meaning }]
  })
  if (problems.length > 0) return { kind: 'bad', problems: inLineOrder(problems) }
  const cues = all.filter((cue) => plainText(cue) !== '')
  if (cues.length === 0)
    return bad(
      1,
      'there are no cues; a cue begins with a line such as 00:00:01.000 --> 00:00:04.000',
    )
  if (cues.length > MAX_CUES)
    return bad(1, `there are ${cues.length} cues; at most ${MAX_CUES} are taken`)
  return { kind: 'cues', cues }
}

const bad = (line: number, message: string): ParsedCaptions => ({
  kind: 'bad',
  problems: [{ line, message }],
})

/** One problem a line, since one mistake can have several consequences. */
function inLineOrder(problems: readonly CaptionProblem[]): CaptionProblem[] {
  const byLine = new Map(problems.toReversed().map((problem) => [problem.line, problem]))
  return [...byLine.values()].toSorted((a, b) => a.line - b.line).slice(0, MAX_PROBLEMS)
}

const TIMES = 'the times cannot be read; write them like 00:00:01.000 --> 00:00:04.000'
const NO_TIMES =
  'there is text without times; write a line like 00:00:01.000 --> 00:00:04.000 above it'

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
  ['End timestamp is not greater than start timestamp.', 'the cue ends before it starts'],
  ['Cue identifier cannot be standalone.', NO_TIMES],
  ['Cue identifier needs to be followed by timestamp.', NO_TIMES],
])

/** With their semicolons, as they are written, beside the parser's own form. */
const ENTITIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    lrm: '\u200e',
    rlm: '\u200f',
    nbsp: '\u00a0',
  }).flatMap(([name, character]) => [
    [`&${name};`, character],
    [`&${name}`, character],
  ]),
)
