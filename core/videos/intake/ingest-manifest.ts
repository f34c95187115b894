import { assetIdOf } from '#contract/lessons/rules/index'
import type { CourseId } from '#contract/platform/ids'
import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import type { ObjectCreated } from '#contract/videos/events'
import { readText } from '#core/captions/format/read-text'
import type { CourseFinder } from '#core/courses/ports'
import { changeLesson, changeModule, type OutlineWriter } from '#core/lessons/change-item'
import { isNotFound } from '#core/platform/errors'
import { parseUploadKey } from '#core/videos/source/upload-key'
import { named } from './companion-content.ts'
import { findVideos } from './companion-videos.ts'
import {
  applyCompanions,
  type CompanionDeps,
  type CompanionOutcome,
  rejected,
  settle,
  tag,
} from './companions.ts'
import { findModule, findVideo, type PlacedManifest } from './listings.ts'
import { isManifestKey, parseManifest } from './parse-manifest.ts'
import { MAX_MANIFEST_BYTES, manifestsAround } from './read-manifests.ts'

export interface ManifestDeps extends CompanionDeps {
  readonly courses: CourseFinder
  readonly outlines: OutlineWriter
}

/** Videos that are looked up at the same time. */
const TOGETHER = 25

/**
 * Takes a new manifest to the videos of its folder that are there; to those that come later it is applied
 * then. May be called again with the same event.
 */
export async function ingestManifest(
  deps: ManifestDeps,
  event: ObjectCreated,
): Promise<CompanionOutcome> {
  const { key } = event.detail.object
  if (!isManifestKey(key)) return { kind: 'ignored' }
  return settle(deps, event, async () => {
    const bytes = await deps.companions.read(key, MAX_MANIFEST_BYTES)
    if (bytes === null) return { kind: 'ignored' }
    if (bytes === 'too_large') return rejected(say('manifest_too_large'))
    const text = readText(bytes)
    if (text === null) return rejected(say('manifest_not_utf8'))
    const parsed = parseManifest(text)
    if (parsed.kind === 'bad') return rejected(say('companion_bad', named(parsed.problems)))
    const folder = key.slice(0, key.lastIndexOf('/') + 1)
    const keys = (await deps.companions.list(folder)).filter((it) => parseUploadKey(it).mayBeMedia)
    for (let at = 0; at < keys.length; at += TOGETHER)
      for (const video of await findVideos(deps, keys.slice(at, at + TOGETHER)))
        await applyManifests(deps, video)
    await tag(deps, key, 'applied')
    return { kind: 'applied' }
  })
}

/** Gives a video what manifests and the files beside it say of it. */
export async function applyManifests(deps: ManifestDeps, video: Asset): Promise<void> {
  const manifests = await manifestsAround(deps.companions, video.sourceKey)
  if (video.courseId && manifests.length > 0)
    await applyTitles(deps, video, video.courseId, manifests)
  await applyCompanions(deps, video, manifests)
}

/** The titles and places of a video's lesson and module in the draft, where a manifest gives them. */
async function applyTitles(
  { outlines }: ManifestDeps,
  video: Asset,
  courseId: CourseId,
  manifests: readonly PlacedManifest[],
): Promise<void> {
  const { modules, lessons } = await outlines.listContents(courseId)
  const lesson = lessons.find((it) => assetIdOf(it) === video.id)
  const module = modules.find(({ id }) => id === lesson?.moduleId)
  const listed = findVideo(manifests, video.sourceKey)
  if (lesson && listed) {
    const { title, position } = listed
    const place = { position }
    await unlessGone(
      changeLesson(outlines, {
        courseId,
        id: lesson.id,
        fields: { title: title ?? undefined },
        place,
      }),
    )
  }
  const folder = video.sourceKey.split('/').slice(0, 2).join('/')
  const entry = findModule(manifests, `${folder}/`)
  if (module && entry) {
    const { title, position } = entry
    const place = position === null ? undefined : { position }
    await unlessGone(
      changeModule(outlines, {
        courseId,
        id: module.id,
        fields: { title: title ?? undefined },
        place,
      }),
    )
  }
}

/** What somebody deleted at this moment needs no title. */
async function unlessGone(change: Promise<unknown>): Promise<void> {
  try {
    await change
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
}
