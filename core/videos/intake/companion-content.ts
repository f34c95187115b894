import type { ParsedCue } from 'webvtt-parser'
import { type Saying, say } from '#contract/say'
import type { Chapter } from '#contract/videos/asset'
import type { Problem } from '#contract/words/said'
import { parseCaptions } from '#core/captions/format/parse-captions'
import { parseChapters } from '#core/captions/format/parse-chapters'
import { readText } from '#core/captions/format/read-text'
import type { CompanionKey } from '#core/videos/source/companion-key'

export type CompanionContent =
  | {
      readonly kind: 'captions'
      readonly cues: readonly ParsedCue[]
      /** What was left out of them. */
      readonly leftOut: readonly Problem[]
    }
  | { readonly kind: 'chapters'; readonly chapters: readonly Chapter[] }
  | { readonly kind: 'bad'; readonly reason: Saying }

/** What a file beside a video says. */
export function readCompanion(kind: CompanionKey['kind'], bytes: Uint8Array): CompanionContent {
  const text = readText(bytes)
  if (text === null) return { kind: 'bad', reason: say('companion_not_utf8') }
  const parsed = kind === 'captions' ? parseCaptions(text) : parseChapters(text)
  switch (parsed.kind) {
    case 'bad':
      return { kind: 'bad', reason: say('companion_bad', named(parsed.problems)) }
    case 'cues':
      return { kind: 'captions', cues: parsed.cues, leftOut: parsed.leftOut }
    case 'chapters':
      return parsed
  }
}

/** As many as fit into a sentence. */
const NAMED = 3

/** Some problems, and how many more there are. */
export const named = (problems: readonly Problem[]) => ({
  problems: problems.slice(0, NAMED),
  more: Math.max(0, problems.length - NAMED),
})
