import type { Cue } from './captions-text.ts'
import { words } from './words/en.ts'

/** `wrong` keeps from saving; a `hint` is for the eye. */
export interface CueWarning {
  readonly weight: 'wrong' | 'hint'
  readonly text: string
}

/**
 * Netflix's guide for adult programmes: 42 characters a line, two lines, at most 20 characters a
 * second, at least 5/6 of a second.
 * https://partnerhelp.netflixstudios.com/hc/en-us/articles/217350977
 */
const LINE = 42
const LINES = 2
const SPEED = 20
const LEAST_MS = 833

const spoken = (text: string) => text.replace(/<[^>]*>/g, '')

/** What is wrong with a cue, or hard to read. `previous` is the one before it, if any. */
export function warningsOf(
  cue: Cue,
  previous: Cue | undefined,
  durationMs: number | null,
): CueWarning[] {
  const wrong = (text: string): CueWarning => ({ weight: 'wrong', text })
  const hint = (text: string): CueWarning => ({ weight: 'hint', text })
  const lastsMs = cue.endMs - cue.startMs
  const text = spoken(cue.text).trim()
  const lines = text.split('\n')
  const longest = Math.max(...lines.map((line) => line.length))
  const speed = Math.round((1000 * text.replace(/\n/g, ' ').length) / Math.max(1, lastsMs))
  return [
    ...(lastsMs <= 0 ? [wrong(words.endsFirst)] : []),
    ...(text === '' ? [wrong(words.noWords)] : []),
    ...(durationMs !== null && cue.startMs >= durationMs ? [wrong(words.afterEnd)] : []),
    ...(previous && cue.startMs < previous.endMs && lastsMs > 0 ? [hint(words.overlaps)] : []),
    ...(lastsMs > 0 && text !== '' && lastsMs < LEAST_MS ? [hint(words.tooShort)] : []),
    ...(lastsMs >= LEAST_MS && speed > SPEED ? [hint(words.tooFast(speed, SPEED))] : []),
    ...(longest > LINE ? [hint(words.tooLong(longest, LINE))] : []),
    ...(lines.length > LINES ? [hint(words.tooManyLines(lines.length))] : []),
  ]
}
