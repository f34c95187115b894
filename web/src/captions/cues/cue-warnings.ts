import type { Cue } from './captions-text.ts'

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
    ...(lastsMs <= 0 ? [wrong('It ends before it begins.')] : []),
    ...(text === '' ? [wrong('It has no words. Write them, or delete it.')] : []),
    ...(durationMs !== null && cue.startMs >= durationMs
      ? [wrong('It begins after the end of the video.')]
      : []),
    ...(previous && cue.startMs < previous.endMs && lastsMs > 0
      ? [hint('It begins before the one above ends.')]
      : []),
    ...(lastsMs > 0 && text !== '' && lastsMs < LEAST_MS ? [hint('It is gone too quickly.')] : []),
    ...(lastsMs >= LEAST_MS && speed > SPEED
      ? [hint(`${speed} characters a second; people read about ${SPEED}.`)]
      : []),
    ...(longest > LINE
      ? [hint(`A line has ${longest} characters; up to ${LINE} fit on a small screen.`)]
      : []),
    ...(lines.length > LINES ? [hint(`${lines.length} lines cover the picture; use two.`)] : []),
  ]
}
