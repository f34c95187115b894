import { setTimeout as sleep } from 'node:timers/promises'
import { contentKeys } from '#contract/courses/content'
import type { AssetRecord, AssetRepository } from '#core/videos/asset-ports'
import type { AdvanceDeps } from '#core/videos/life/advance-asset'
import { wakeTwins } from '#core/videos/life/twins'
import type {
  MediaEvents,
  MediaFolders,
  MediaLog,
  SourceFiles,
  Transcoder,
} from '#core/videos/ports'
import { parseUploadKey } from '#core/videos/source/upload-key'

export interface DeleteDeps extends AdvanceDeps {
  readonly assets: Pick<
    AssetRepository,
    'get' | 'save' | 'findBySource' | 'findBySha256' | 'remove'
  >
  readonly transcoder: Pick<Transcoder, 'cancel' | 'find'>
  readonly folders: Pick<MediaFolders, 'deleteAll'>
  readonly sources: Pick<SourceFiles, 'list' | 'delete' | 'deleteWrite'>
  readonly events: Pick<MediaEvents, 'deleted' | 'command'>
  readonly log: MediaLog
}

/**
 * Deletes everything of an asset that is being deleted: its job, its renditions and captions, there and at
 * the edge, its source and what lies beside that, and at last the asset itself. Broken off, it goes on when
 * called again.
 */
export async function deleteFiles(deps: DeleteDeps, record: AssetRecord): Promise<void> {
  const { asset, write } = record
  if (record.job) await stopJob(deps.transcoder, record.job.id)
  if (asset.courseId) {
    await deps.folders.deleteAll(contentKeys.media(asset.courseId, asset.id))
    await deps.events.deleted(asset.courseId, asset.id)
  }
  // Since it is being deleted, another upload of its key is another asset.
  const owner = await deps.assets.findBySource(asset.sourceKey)
  if (!owner || owner.asset.id === asset.id) {
    await deps.sources.delete(await companionsOf(deps, asset.sourceKey))
    await deps.sources.deleteWrite(asset.sourceKey, write.etag)
  }
  await wakeTwins(deps, record)
  await deps.assets.remove(record)
  deps.log.info('media.asset_deleted', { assetId: asset.id })
}

const STOP_POLLS = 20
/** At most; by chance, so that many deletions do not ask at the same moment. */
const STOP_POLL_MILLISECONDS = 1000

/** Waits until it writes no more, or throws to be called again. */
async function stopJob(transcoder: DeleteDeps['transcoder'], jobId: string): Promise<void> {
  if (!(await transcoder.cancel(jobId))) return
  for (let polls = 0; polls < STOP_POLLS; polls += 1) {
    const job = await transcoder.find(jobId)
    if (!job || (job.status !== 'submitted' && job.status !== 'progressing')) return
    await sleep(Math.random() * STOP_POLL_MILLISECONDS)
  }
  throw new Error(`Job ${jobId} was cancelled but has not stopped yet`)
}

/** `03 Kernel.en.vtt` beside `03 Kernel.mp4`, unless another video has the same name before its dot. */
async function companionsOf({ sources }: DeleteDeps, sourceKey: string): Promise<string[]> {
  // An entry for captions that were rejected has none: those beside it are the video's.
  if (!parseUploadKey(sourceKey).mayBeMedia) return []
  const stem = sourceKey.replace(/\.[^./]*$/, '')
  const beside = (await sources.list(`${stem}.`)).filter((key) => key !== sourceKey)
  const isShared = beside.some((key) => parseUploadKey(key).mayBeMedia)
  return isShared ? [] : beside
}
