import type { ParsedCue } from 'webvtt-parser'
import { contentKeys } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import { type Saying, say } from '#contract/say'
import type { Asset, CaptionTrack, Language } from '#contract/videos/asset'
import { DomainError, notFound } from '#core/platform/errors'
import { remembering } from '#core/videos/life/asset-state'
import { type ChangeAssetDeps, changeExtras } from '#core/videos/life/change-asset'
import { clip } from '#core/videos/life/clip'
import { contentTypes, immutable } from '#core/videos/playback/file-headers'
import type { MediaFiles } from '#core/videos/ports'
import { languageLabel } from './format/language-label.ts'
import { writeWebVtt } from './format/write-webvtt.ts'

/** More than any lecture needs; every one is a line of each manifest. */
const MAX_TRACKS = 50

export interface NewCaptions {
  readonly language: Language
  /** @default the label that they have, else the language's own name */
  readonly label?: string | undefined
  readonly cues: readonly ParsedCue[]
  /** What the uploader is to know of them; it goes to the asset's history. */
  readonly note?: Saying | null
  /** The newest revision that the writer has seen. @default whichever there is */
  readonly seen?: number | undefined
}

/**
 * Sets an asset's captions in one language. The same captions again change nothing; other ones are a
 * new revision under a name of its own, so that nobody's cache shows the old ones.
 */
export async function setCaptions(
  deps: ChangeAssetDeps,
  asset: Asset,
  { language, label, cues, note = null, seen }: NewCaptions,
): Promise<Asset> {
  const { courseId } = asset
  if (courseId === null) throw notFound('course')
  const text = writeWebVtt(cues)
  const before = trackOf(asset, language)
  const revision =
    before && (await isStored(deps.files, before, text))
      ? before.revision
      : await store(deps.files, courseId, asset, language, text)
  return changeExtras(deps, asset.id, (stored) => {
    const there = trackOf(stored, language)
    const track: CaptionTrack = {
      language,
      label: label ?? there?.label ?? languageLabel(language),
      revision,
      cueCount: cues.length,
      url: `/${contentKeys.captions(courseId, asset.id, language, revision)}`,
      updatedAt: deps.clock.now().toISOString(),
    }
    if (there?.revision === revision && there.label === track.label) return null
    if (there && seen !== undefined && there.revision > seen && there.revision !== revision)
      throw new DomainError('conflict', say('captions_overtaken'))
    const others = stored.captions.filter((other) => other.language !== language)
    if (others.length >= MAX_TRACKS)
      throw new DomainError('conflict', say('too_many_languages', { most: MAX_TRACKS }))
    return {
      captions: [...others, track].toSorted(byLanguage),
      ...(note !== null && { history: remembering(stored, clip(note), track.updatedAt) }),
    }
  })
}

/**
 * Takes the captions of a language away. Their file stays until the video is deleted, for players that
 * opened it before; nothing leads to it any more.
 */
export const dropCaptions = (
  deps: ChangeAssetDeps,
  asset: Asset,
  language: Language,
): Promise<Asset> =>
  changeExtras(deps, asset.id, (stored) => {
    if (!trackOf(stored, language)) throw notFound('captions')
    return { captions: stored.captions.filter((track) => track.language !== language) }
  })

const trackOf = ({ captions }: Asset, language: Language) =>
  captions.find((track) => track.language === language)

const byLanguage = (a: CaptionTrack, b: CaptionTrack) => (a.language < b.language ? -1 : 1)

const isStored = async (files: MediaFiles, { url }: CaptionTrack, text: string) =>
  (await files.readText(url.slice(1))) === text

/** Enough for a million revisions, since each step is twice the one before. */
const TRIES = 20

/**
 * Writes the captions under the next number that was never used, and answers it. Numbers may have gaps:
 * one that was taken away, or was written by somebody else at this moment, is not used again.
 */
async function store(
  files: MediaFiles,
  courseId: CourseId,
  asset: Asset,
  language: Language,
  text: string,
): Promise<number> {
  let revision = trackOf(asset, language)?.revision ?? 0
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    revision += 2 ** attempt
    const key = contentKeys.captions(courseId, asset.id, language, revision)
    const written = await files.createText(key, text, immutable(contentTypes.webVtt))
    if (written === 'created') return revision
  }
  throw new Error(`No revision of the captions ${language} of ${asset.id} is free`)
}
