import { contentKeys } from '#contract/content'
import type { Asset, Rung } from '#contract/models/asset'
import type { AssetRecord, AssetRepository } from '#core/ports/assets'
import { type AdvanceDeps, advanceAsset, tryAdvance } from './advance-asset.ts'
import { isUnderWay, transition } from './asset-state.ts'
import { publishAsStored } from './change-asset.ts'
import type { EncodeDeps, EncodeOutcome } from './encode-asset.ts'
import { objectTags } from './object-tags.ts'
import type { MediaEvents } from './ports.ts'
import { isLive, mediaUrls, publishPlayback } from './publish-playback.ts'

/**
 * Above this size a source is encoded without being recognised: reading it must end within the worker's 15
 * minutes, also at the 40 MB/s that a slow Lambda reads from S3. Bytes.
 */
export const MOST_HASHED_BYTES = 16 * 1024 ** 3

/** What of the encode's surroundings a reuse needs. */
type ReuseDeps = Pick<
  EncodeDeps,
  'assets' | 'sources' | 'files' | 'folders' | 'tagger' | 'log' | 'ingestBucket' | 'now'
>

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
    await deps.tagger.tag(deps.ingestBucket, asset.sourceKey, objectTags(asset))
    deps.log.info('media.twin_awaited', { assetId: id })
    return { kind: 'waiting', asset }
  }

  await deps.folders.copyAll(
    contentKeys.encode(from.courseId, from.id, from.liveVersion),
    contentKeys.encode(courseId, id, version),
  )
  // It may have been deleted or replaced under our hands; then the copy may lack a file.
  const [after] = (await findTwins(deps.assets, asset, sha256)).filter(
    (other) => other.asset.id === from.id,
  )
  if (!after || !hasRenditionsFor(asset, after)) return null

  const event = {
    type: 'reused',
    of: { version, attempt },
    from: from.id,
    ...mediaUrls(courseId, id),
  } as const
  const live = transition(asset, event, deps.now().toISOString())
  if (live !== asset && isLive(live)) await publishPlayback(deps, live)
  const { asset: ready, changed } = await tryAdvance(deps, asset, event)
  if (!changed) return { kind: 'overtaken', asset: ready }
  await deps.tagger.tag(deps.ingestBucket, ready.sourceKey, objectTags(ready))
  deps.log.info('media.renditions_reused', { assetId: id, from: from.id })
  // Captions that waited beside it were applied while its copies were made.
  return { kind: 'reused', asset: await publishAsStored(deps, ready) }
}

/** What is known of renditions of the same content that an asset can have: none, or when. */
export async function renditionsOfTwins(
  assets: Pick<AssetRepository, 'findBySha256'>,
  { asset, content }: AssetRecord,
): Promise<'none' | 'awaited' | 'there'> {
  if (content?.version !== asset.version) return 'none'
  const twins = await findTwins(assets, asset, content.sha256)
  if (twins.some((other) => hasRenditionsFor(asset, other))) return 'there'
  return twins.some((other) => willHaveRenditionsFor(asset, other)) ? 'awaited' : 'none'
}

/** Has those go on that may wait for this one, when it has come to an end or is another content. */
export async function wakeTwins(
  deps: AdvanceDeps & {
    readonly assets: Pick<AssetRepository, 'findBySha256'>
    readonly events: Pick<MediaEvents, 'command'>
  },
  record: AssetRecord | null,
): Promise<void> {
  if (!record?.content) return
  const { content, asset } = record
  for (const { asset: twin, content: its } of await findTwins(deps.assets, asset, content.sha256))
    if (twin.state === 'probing' && its?.version === twin.version) {
      // From now on it is late only if this is lost.
      await advanceAsset(deps, twin, { type: 'probing', of: twin })
      await deps.events.command('encode', twin.id)
    }
}

const findTwins = async (
  assets: Pick<AssetRepository, 'findBySha256'>,
  { id }: Asset,
  sha256: string,
) =>
  (await assets.findBySha256(sha256)).filter(
    ({ asset, content }) => asset.id !== id && content?.sha256 === sha256,
  )

/** Other rungs mean that the ladder was another when it was encoded. */
const hasRenditionsFor = (asset: Asset, { asset: other, content }: AssetRecord) =>
  other.state !== 'deleting' &&
  content?.version === other.liveVersion &&
  rungNames(other.liveFacts?.rungs ?? []) === rungNames(asset.rungs)

/** Of several the first to come is encoded, and the others wait for it. */
const willHaveRenditionsFor = (asset: Asset, { asset: other, content }: AssetRecord) =>
  isUnderWay(other, other) &&
  content?.version === other.version &&
  rungNames(other.rungs) === rungNames(asset.rungs) &&
  (other.createdAt < asset.createdAt ||
    (other.createdAt === asset.createdAt && other.id < asset.id))

const rungNames = (rungs: readonly Rung[]) =>
  rungs.map(({ width, height, maxBitrate }) => `${width}x${height}@${maxBitrate}`).join()
