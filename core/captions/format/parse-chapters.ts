import type { Chapter } from '#contract/videos/asset'
import { shorten } from '#core/platform/shorten'
import type { LineProblem } from './parse-captions.ts'
import { parseCues } from './parse-captions.ts'
import { plainText } from './write-webvtt.ts'

export type ParsedChapters =
  | { readonly kind: 'chapters'; readonly chapters: readonly Chapter[] }
  | { readonly kind: 'bad'; readonly problems: readonly LineProblem[] }

/** The longest title that a chapter may have, in UTF-16 units. */
const MAX_TITLE = 120

/** Chapters from a file like captions: each cue begins one, its words are the title, whenever it ends. */
export function parseChapters(text: string): ParsedChapters {
  const parsed = parseCues(text)
  if (parsed.kind === 'bad') return parsed
  return {
    kind: 'chapters',
    chapters: parsed.cues.map((cue) => ({
      startSeconds: cue.startTime,
      title: shorten(plainText(cue).trim(), MAX_TITLE),
    })),
  }
}
