import { contentKeys } from '#contract/courses/content'
import type { Asset } from '#contract/videos/asset'
import type { AssetRepository } from '#core/videos/asset-ports'
import { type EnterDeps, type EnterMethods, enter, tag } from '#core/videos/life/enter'
import { findTwins, hasRenditionsFor, willHaveRenditionsFor } from '#core/videos/life/twins'
import { mediaUrls } from '#core/videos/playback/publish-playback'
import type { MediaFolders, SourceFiles } from '#core/videos/ports'
import type { EncodeOutcome } from './encode-deps.ts'

/**
 * Above this size a source is encoded without being recognised: reading it must end within the worker's 15
 * minutes, also at the 40 MB/s that a slow Lambda reads from S3. Bytes.
 */
export const MOST_HASHED_BYTES = 16 * 1024 ** 3

interface ReuseDeps extends EnterDeps {
  readonly assets: Pick<AssetRepository, EnterMethods | 'noteContent'>
  readonly sources: Pick<SourceFiles, 'sha256'>
  readonly folders: Pick<MediaFolders, 'copyAll'>
}

/**
 * Makes an asset ready by copies of what the same content was encoded to, in whatever course; null when
 * there is none. While it is being encoded for an asset that came before, this one waits for that. The
 * copies lie below the asset's own course: who may see the other asset gains nothing here, nor the other
 * way round.
 *
 * By SHA-256 of the bytes, read by us. An ETag or a CRC proves nothing: a file with the CRC of another
 * course's video is made in seconds, and would show that video to whoever made it.
 */
export async function reuseRenditions(
  deps: ReuseDeps,
  asset: Asset,
): Promise<EncodeOutcome | null> {
  const { id, courseId, version, attempt } = asset
  const record = await deps.assets.getRecord(id)
  if (!courseId || record?.asset.version !== version || asset.sizeBytes > MOST_HASHED_BYTES)
    return null
  const sha256 = await deps.sources.sha256(asset.sourceKey, record.write.etag)
  if (!sha256) return null
  await deps.assets.noteContent(id, { sha256, version })
  const same = await findTwins(deps.assets, asset, sha256)
  const from = same.find((other) => hasRenditionsFor(asset, other))?.asset
  if (!from?.courseId || !from.liveVersion) {
    if (!same.some((other) => willHaveRenditionsFor(asset, other))) return null
    await tag(deps, asset)
    deps.log.info('media.twin_awaited', { assetId: id })
    return { kind: 'waiting', asset }
  }

  await deps.folders.copyAll(
    contentKeys.encode(from.courseId, from.id, from.liveVersion),
    contentKeys.encode(courseId, id, version),
  )
  // It may have been deleted or replaced under our hands; then the copy may lack a file.
  const after = await findTwins(deps.assets, asset, sha256)
  if (!after.some((other) => other.asset.id === from.id && hasRenditionsFor(asset, other)))
    return null

  const { asset: ready, changed } = await enter(deps, asset, {
    type: 'reused',
    of: { version, attempt },
    from: from.id,
    ...mediaUrls(courseId, id),
  })
  if (!changed) return { kind: 'overtaken', asset: ready }
  deps.log.info('media.renditions_reused', { assetId: id, from: from.id })
  return { kind: 'reused', asset: ready }
}
