import { type Saying, say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import type { ObjectCreated } from '#contract/videos/events'
import { setCaptions } from '#core/captions/set-captions'
import { setChapters } from '#core/captions/set-chapters'
import type { CourseFinder } from '#core/courses/ports'
import { DomainError, InvalidInput } from '#core/platform/errors'
import type { AssetRepository } from '#core/videos/asset-ports'
import type { ChangeAssetDeps } from '#core/videos/life/change-asset'
import type { MediaLog, ObjectTagger } from '#core/videos/ports'
import { parseCompanionKey, spellingsOf, stemOf } from '#core/videos/source/companion-key'
import { lookedInto } from '#core/videos/source/known-source'
import { Refusal, refusalSaid } from '#core/videos/source/refusal'
import { parseUploadKey } from '#core/videos/source/upload-key'
import { type CompanionContent, named, readCompanion } from './companion-content.ts'
import { kindOf, listSpellings, type Match, videosOf } from './companion-videos.ts'
import { findVideo, type PlacedManifest } from './listings.ts'
import { type ManifestFiles, manifestsAround } from './read-manifests.ts'
import { clearRejection, showRejection } from './reject-companion.ts'

/** The ingest bucket's files beside the videos. */
export interface CompanionFiles extends ManifestFiles {
  /** Null when it is gone. */
  tagsOf(key: string): Promise<Readonly<Record<string, string>> | null>
}

export interface CompanionDeps extends ChangeAssetDeps {
  readonly assets: Pick<AssetRepository, 'get' | 'save' | 'findBySource' | 'create' | 'remove'>
  readonly courses: CourseFinder
  readonly companions: CompanionFiles
  readonly tagger: ObjectTagger
  readonly log: MediaLog
  readonly ingestBucket: string
}

export type CompanionOutcome =
  /** No companion, or gone again. */
  | { readonly kind: 'ignored' }
  /** Its video has not come, or was not looked into yet: it is applied then. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'applied' }
  | { readonly kind: 'rejected'; readonly reason: Saying }

/** At most four bytes a character: as many characters as the web client may send. */
const MAX_BYTES = 8_000_000

/**
 * Takes a new file beside a video to its video, whichever came first: captions and chapters change
 * without a new encode. The file's tags tell how it stands, and a rejection is shown among the course's
 * videos. May be called again with the same event.
 */
export async function ingestCompanion(
  deps: CompanionDeps,
  event: ObjectCreated,
): Promise<CompanionOutcome> {
  const { key } = event.detail.object
  if (!parseCompanionKey(key)) return { kind: 'ignored' }
  return settle(deps, event, async () =>
    bringCompanion(deps, key, await manifestsAround(deps.companions, key)),
  )
}

/**
 * Does the work that a file of a course asks for, unless there is no such course, and lets the uploader
 * see how it came out.
 */
export async function settle(
  deps: CompanionDeps,
  event: ObjectCreated,
  work: (courseId: NonNullable<Asset['courseId']>) => Promise<CompanionOutcome>,
): Promise<CompanionOutcome> {
  const { key } = event.detail.object
  const { course: folder } = parseUploadKey(key)
  const course = folder === null ? null : await deps.courses.findByIdOrSlug(folder)
  const outcome =
    folder === null
      ? rejected(say('no_folder', { bucket: deps.ingestBucket }))
      : course
        ? await unlessRefused(() => work(course.id))
        : rejected(say('unknown_course', { course: folder }))
  if (outcome.kind === 'rejected') {
    const shown = await showRejection(deps, event, course?.id ?? null, outcome.reason)
    await tag(deps, key, 'rejected', shown.id)
  } else await clearRejection(deps, key)
  deps.log.info(`media.companion_${outcome.kind}`, { eventId: event.id })
  return outcome
}

/**
 * Applies what waits beside a video, or came while it was being looked into. What was applied to it before
 * is left alone, for its captions may have been edited since; what was rejected was shown when it came.
 */
export async function applyCompanions(
  deps: CompanionDeps,
  video: Asset,
  manifests: readonly PlacedManifest[],
): Promise<void> {
  const beside = await listSpellings(deps.companions, `${stemOf(video.sourceKey)}.`)
  const listed = findVideo(manifests, video.sourceKey)?.companions ?? []
  for (const key of new Set([...beside, ...listed.flatMap(({ key }) => spellingsOf(key))])) {
    if (!parseCompanionKey(key)) continue
    const tags = await deps.companions.tagsOf(key)
    const { 'lectern-state': state, 'lectern-asset': asset } = tags ?? {}
    if (tags === null || state === 'rejected' || (state === 'applied' && asset === video.id))
      continue
    const outcome = await bringCompanion(deps, key, manifests)
    deps.log.info(`media.companion_${outcome.kind}`, { assetId: video.id })
  }
}

async function bringCompanion(
  deps: CompanionDeps,
  key: string,
  manifests: readonly PlacedManifest[],
): Promise<CompanionOutcome> {
  const kind = kindOf(key, manifests)
  const bytes = kind && (await deps.companions.read(key, MAX_BYTES))
  if (kind === null || bytes === null) return { kind: 'ignored' }
  if (bytes === 'too_large') return rejected(say('companion_too_large', { mostBytes: MAX_BYTES }))
  const content = readCompanion(kind, bytes)
  if (content.kind === 'bad') return rejected(content.reason)
  let found = await videosOf(deps, key, manifests)
  if (found.length === 0) {
    await tag(deps, key, 'waiting')
    // The video may have come at this very moment, and have looked around before this file was here.
    found = await videosOf(deps, key, manifests)
  }
  for (const match of found) {
    const refusal = await apply(deps, key, match, content)
    if (refusal !== null) return rejected(refusal)
    await tag(deps, key, 'applied', match.video.id)
  }
  return { kind: found.length > 0 ? 'applied' : 'waiting' }
}

/** Why the video cannot take it; null when it does. */
async function apply(
  deps: CompanionDeps,
  key: string,
  { video, language, label }: Match,
  content: Exclude<CompanionContent, { kind: 'bad' }>,
): Promise<Saying | null> {
  try {
    if (content.kind === 'chapters') await setChapters(deps, video, content.chapters)
    else
      await setCaptions(deps, video, {
        language: language ?? lookedInto(video)?.audio[0]?.language ?? 'und',
        label,
        cues: content.cues,
        note:
          content.leftOut.length > 0
            ? say('left_out', { fileName: parseUploadKey(key).fileName, ...named(content.leftOut) })
            : null,
      })
    return null
  } catch (error) {
    if (error instanceof InvalidInput)
      return say('companion_bad', named(error.issues.map(({ reason }) => reason)))
    if (error instanceof DomainError) return error.reason
    throw error
  }
}

async function unlessRefused(work: () => Promise<CompanionOutcome>): Promise<CompanionOutcome> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return rejected(refusalSaid(error.kind))
    throw error
  }
}

export const rejected = (reason: Saying): CompanionOutcome => ({ kind: 'rejected', reason })

export const tag = (deps: CompanionDeps, key: string, state: string, assetId?: string) =>
  deps.tagger.tag(deps.ingestBucket, key, {
    'lectern-state': state,
    ...(assetId !== undefined && { 'lectern-asset': assetId }),
  })
