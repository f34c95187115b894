import { contentKeys } from '#contract/courses/content'
import type { CourseFile } from '#contract/files/file'
import { say } from '#contract/say'
import type { Asset } from '#contract/videos/asset'
import type { FileRepository } from '#core/files/ports'
import type { Clock } from '#core/platform/clock'
import type { AssetRecord, AssetRepository } from '#core/videos/asset-ports'
import { remembering } from '#core/videos/life/asset-state'
import { newAsset } from '#core/videos/life/new-asset'
import { contentTypes, immutable } from '#core/videos/playback/file-headers'
import {
  isLive,
  type LiveAsset,
  mediaUrls,
  publishPlayback,
} from '#core/videos/playback/publish-playback'
import type { MediaEvents, MediaFiles, MediaFolders } from '#core/videos/ports'
import type { CopyPlan, Medium } from './ports.ts'

export interface CopyMediaDeps {
  readonly assets: Pick<AssetRepository, 'get' | 'getRecord' | 'create' | 'noteContent'>
  readonly courseFiles: Pick<FileRepository, 'get' | 'addReady'>
  readonly files: MediaFiles
  readonly folders: MediaFolders
  readonly events: Pick<MediaEvents, 'published'>
  readonly clock: Clock
}

type Of<T extends Medium['type']> = Medium & { readonly type: T }
type Copied = 'copied' | 'gone'

/** More who change one video while it is copied are a fault. */
const TRIES = 5
/** Less than S3's of any write: whoever replaces the copy writes later. */
const BEFORE_ANY = '0'

/**
 * Copies a video as learners see it: renditions, captions, chapters. The copy is an upload of its own, with an address of
 * its own in the ingest bucket, where nothing lies until somebody replaces it. So neither notices what becomes of the other.
 */
export async function copyVideo(
  deps: CopyMediaDeps,
  plan: CopyPlan,
  { from, to }: Of<'asset'>,
): Promise<Copied> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const record = await deps.assets.getRecord(from)
    if (await deps.assets.get(to)) return rememberContent(deps, record, to)
    if (!record || !isToCopy(record.asset, plan)) return clearAway(deps, plan, to)
    const source = record.asset
    const copy = copyOf(source, plan, to, deps.clock.now().toISOString())
    const isWhole = await copyFiles(deps, source, copy)
    const after = await deps.assets.get(from)
    if (isWhole && after?.updatedAt === source.updatedAt) {
      await publishPlayback(deps, copy)
      await deps.assets.create(copy, { etag: record.write.etag, sequencer: BEFORE_ANY })
      return rememberContent(deps, record, to)
    }
    // Replaced, captioned or deleted under our hands: what was copied may lack a file.
    await deps.folders.deleteAll(contentKeys.media(plan.to, to))
  }
  throw new Error(`Video ${from} was changed by others ${TRIES} times while it was copied`)
}

/** Copies a file that is ready, which nobody changes; it may be deleted meanwhile, its files before its item. */
export async function copyFile(
  deps: CopyMediaDeps,
  plan: CopyPlan,
  { from, to }: Of<'file'>,
): Promise<Copied> {
  if (await deps.courseFiles.get(plan.to, to)) return 'copied'
  const source = await deps.courseFiles.get(plan.from, from)
  if (source?.state !== 'ready') return clearAway(deps, plan, to)
  const there = await deps.folders.copyAll(
    contentKeys.media(plan.from, from),
    contentKeys.media(plan.to, to),
  )
  if (there < filesOf(source)) return clearAway(deps, plan, to)
  const createdAt = deps.clock.now().toISOString()
  await deps.courseFiles.addReady({ ...source, id: to, courseId: plan.to, createdAt })
  return 'copied'
}

const isToCopy = (asset: Asset, { from }: CopyPlan): asset is LiveAsset =>
  isLive(asset) && asset.courseId === from && asset.state !== 'deleting'

/** Each width as WebP and as JPEG; of all else the file itself. */
const filesOf = ({ image }: CourseFile): number => (image ? 2 * image.widths.length : 1)

async function copyFiles(
  { folders, files }: CopyMediaDeps,
  source: LiveAsset,
  copy: LiveAsset,
): Promise<boolean> {
  const encode = ({ courseId, id, liveVersion }: LiveAsset) =>
    contentKeys.encode(courseId, id, liveVersion)
  const there = await folders.copyAll(encode(source), encode(copy))
  const captions = await Promise.all(
    source.captions.map(({ language, revision }) =>
      files.copy(
        contentKeys.captions(source.courseId, source.id, language, revision),
        contentKeys.captions(copy.courseId, copy.id, language, revision),
        immutable(contentTypes.webVtt),
      ),
    ),
  )
  return there > 0 && !captions.includes(false)
}

/** What learners see of it is all of it: another version that is on its way is the source's. */
function copyOf(source: LiveAsset, plan: CopyPlan, id: LiveAsset['id'], at: string): LiveAsset {
  const { liveVersion, liveFacts, captions, chapters, fileName, sizeBytes } = source
  if (!liveFacts) throw new Error(`Asset ${source.id} is live, but nothing is known of it`)
  const courseId = plan.to
  // Below a folder such as uploads without one have, so that two of one name have two addresses.
  const sourceKey = `${courseId}/up_${id.slice(4)}/${fileName}`
  const copy: LiveAsset = {
    ...newAsset({ id, courseId, fileName, sourceKey, sizeBytes, at }),
    ...{ courseId, version: liveVersion, liveVersion, state: 'ready', liveFacts },
    ...{ ...liveFacts, estimatedCostUsd: 0, reusedFrom: source.id },
    ...mediaUrls(courseId, id),
    captions: captions.map((track) => ({
      ...track,
      url: `/${contentKeys.captions(courseId, id, track.language, track.revision)}`,
    })),
    ...{ chapters, history: [] },
  }
  return { ...copy, history: remembering(copy, say('copied_with_course'), at) }
}

/** So that the same bytes uploaded again are recognised by the copy, too. */
async function rememberContent(
  { assets }: CopyMediaDeps,
  record: AssetRecord | null,
  to: LiveAsset['id'],
): Promise<Copied> {
  const copy = await assets.get(to)
  if (record?.content && copy?.liveVersion === record.content.version)
    await assets.noteContent(to, record.content)
  return 'copied'
}

/** What an earlier call may have copied of it. */
async function clearAway(
  { folders }: CopyMediaDeps,
  { to }: CopyPlan,
  id: Medium['to'],
): Promise<Copied> {
  await folders.deleteAll(contentKeys.media(to, id))
  return 'gone'
}
