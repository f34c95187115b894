import type { Chapter } from '#contract/models/asset'
import type { CaptionProblem } from './parse-captions.ts'
import { parseCaptions } from './parse-captions.ts'
import { plainText } from './write-webvtt.ts'

export type ParsedChapters =
  | { readonly kind: 'chapters'; readonly chapters: readonly Chapter[] }
  | { readonly kind: 'bad'; readonly problems: readonly CaptionProblem[] }

/** The longest title that a chapter may have. */
const MAX_TITLE = 120

/** Chapters from a file like captions: each cue begins one, its words are the title. */
export function parseChapters(text: string): ParsedChapters {
  const parsed = parseCaptions(text)
  if (parsed.kind === 'bad') return parsed
  return {
    kind: 'chapters',
    chapters: parsed.cues.map((cue) => ({
      startSeconds: cue.startTime,
      title: [...plainText(cue)].slice(0, MAX_TITLE).join(''),
    })),
  }
}
