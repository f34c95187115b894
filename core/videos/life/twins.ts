import type { Asset, Rung } from '#contract/videos/asset'
import type { AssetRecord, AssetRepository } from '#core/videos/asset-ports'
import type { MediaEvents } from '#core/videos/ports'
import { type AdvanceDeps, advanceAsset } from './advance-asset.ts'
import { isUnderWay } from './asset-state.ts'

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

interface WakeDeps extends AdvanceDeps {
  readonly assets: Pick<AssetRepository, 'get' | 'save' | 'findBySha256'>
  readonly events: Pick<MediaEvents, 'command'>
}

/** Has those go on that may wait for this one, when it has come to an end or is another content. */
export async function wakeTwins(deps: WakeDeps, record: AssetRecord | null): Promise<void> {
  if (!record?.content) return
  const { content, asset } = record
  for (const { asset: twin, content: its } of await findTwins(deps.assets, asset, content.sha256))
    if (twin.state === 'probing' && its?.version === twin.version) {
      // From now on it is late only if this is lost.
      await advanceAsset(deps, twin, { type: 'probing', of: twin })
      await deps.events.command('encode', twin.id)
    }
}

/** The other assets that have these bytes, or had them last, newest first. */
export const findTwins = async (
  assets: Pick<AssetRepository, 'findBySha256'>,
  { id }: Asset,
  sha256: string,
) =>
  (await assets.findBySha256(sha256)).filter(
    ({ asset, content }) => asset.id !== id && content?.sha256 === sha256,
  )

/** Other rungs mean that the ladder was another when it was encoded. */
export const hasRenditionsFor = (asset: Asset, { asset: other, content }: AssetRecord) =>
  other.state !== 'deleting' &&
  content?.version === other.liveVersion &&
  rungNames(other.liveFacts?.rungs ?? []) === rungNames(asset.rungs)

/** Of several the first to come is encoded, and the others wait for it. */
export const willHaveRenditionsFor = (asset: Asset, { asset: other, content }: AssetRecord) =>
  isUnderWay(other, other) &&
  content?.version === other.version &&
  rungNames(other.rungs) === rungNames(asset.rungs) &&
  (other.createdAt < asset.createdAt ||
    (other.createdAt === asset.createdAt && other.id < asset.id))

const rungNames = (rungs: readonly Rung[]) =>
  rungs.map(({ width, height, maxBitrate }) => `${width}x${height}@${maxBitrate}`).join()
