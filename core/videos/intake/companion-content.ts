import type { ParsedCue } from 'webvtt-parser'
import type { Chapter } from '#contract/videos/asset'
import { type CaptionProblem, parseCaptions } from '#core/captions/format/parse-captions'
import { parseChapters } from '#core/captions/format/parse-chapters'
import { readText } from '#core/captions/format/read-text'
import type { CompanionKey } from '#core/videos/source/companion-key'

export type CompanionContent =
  | {
      readonly kind: 'captions'
      readonly cues: readonly ParsedCue[]
      /** What was left out of them, in a sentence; null where nothing was. */
      readonly leftOut: string | null
    }
  | { readonly kind: 'chapters'; readonly chapters: readonly Chapter[] }
  /** A sentence for the uploader, with the lines that are wrong. */
  | { readonly kind: 'bad'; readonly reason: string }

/** What a file beside a video says. */
export function readCompanion(kind: CompanionKey['kind'], bytes: Uint8Array): CompanionContent {
  const text = readText(bytes)
  if (text === null)
    return bad('The file is not UTF-8 text. Save it as UTF-8 in your subtitle editor.')
  const parsed = kind === 'captions' ? parseCaptions(text) : parseChapters(text)
  return parsed.kind === 'bad'
    ? bad(`${problemsIn(parsed.problems)}. Mend this and upload the file again.`)
    : parsed.kind === 'cues'
      ? {
          kind: 'captions',
          cues: parsed.cues,
          leftOut: parsed.leftOut.length > 0 ? problemsIn(parsed.leftOut) : null,
        }
      : { kind: 'chapters', chapters: parsed.chapters }
}

const bad = (reason: string): CompanionContent => ({ kind: 'bad', reason })

/** As many as fit into a sentence. */
const NAMED = 3

export function problemsIn(problems: readonly CaptionProblem[]): string {
  const named = problems.slice(0, NAMED).map(({ line, message }) => `line ${line}: ${message}`)
  const more = problems.length - named.length
  const all = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
  return all.charAt(0).toUpperCase() + all.slice(1)
}
