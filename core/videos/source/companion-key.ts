import { Language } from '#contract/videos/asset'

/** What a file beside a video is for, by its name, and whose video's it can be. */
export type CompanionKey =
  | { readonly kind: 'captions'; readonly fits: readonly CaptionsFit[] }
  | { readonly kind: 'chapters'; readonly stem: string }

export interface CaptionsFit {
  /** The video's key up to the dot of its extension. */
  readonly stem: string
  /** Null where the name says none. */
  readonly language: Language | null
}

/**
 * `lecture.en.vtt`, `lecture.pt_BR.srt`, `lecture.vtt` and `lecture.chapters.vtt` stand beside `lecture.mp4`.
 * A video may itself be called `lecture.en.mp4`: what fits is listed with the longest name first. Null
 * for any other file.
 */
export function parseCompanionKey(key: string): CompanionKey | null {
  const [, whole] = /^(.*[^/])\.(?:vtt|srt)$/is.exec(key) ?? []
  if (whole === undefined) return null
  const [, stem, last] = /^(.*[^/])\.([^./]+)$/s.exec(whole) ?? []
  if (stem === undefined || last === undefined)
    return { kind: 'captions', fits: [{ stem: whole, language: null }] }
  if (last.toLowerCase() === 'chapters') return { kind: 'chapters', stem }
  const language = languageOf(last)
  return {
    kind: 'captions',
    fits: [{ stem: whole, language: null }, ...(language ? [{ stem, language }] : [])],
  }
}

/** Whether a file is captions or chapters by its name, and of this video. */
export function isNamedAfter(key: string, videoKey: string): boolean {
  const named = parseCompanionKey(key)
  const stems = named?.kind === 'chapters' ? [named.stem] : named?.fits.map(({ stem }) => stem)
  return stems?.some((stem) => isSameKey(stem, stemOf(videoKey))) ?? false
}

/** A Mac writes an accented letter as two characters, an editor as one. */
export const isSameKey = (a: string, b: string) => a.normalize('NFC') === b.normalize('NFC')

/** A key as it may be written, as given first: folders may come from one computer, the file from another. */
export function spellingsOf(key: string): string[] {
  const at = key.lastIndexOf('/') + 1
  const names = waysToWrite(key.slice(at))
  return waysToWrite(key.slice(0, at)).flatMap((folders) => names.map((name) => folders + name))
}

const waysToWrite = (text: string) => [
  ...new Set([text, text.normalize('NFC'), text.normalize('NFD')]),
]

/** A video's key up to the dot of its extension. */
export const stemOf = (key: string): string => key.replace(/\.[^./]*$/, '')

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** `old` and `raw` look like language tags, but no language is called so. */
function languageOf(text: string): Language | null {
  const parsed = Language.safeParse(text.replaceAll('_', '-'))
  if (!parsed.success) return null
  return parsed.data === 'und' || names.of(parsed.data) !== undefined ? parsed.data : null
}
