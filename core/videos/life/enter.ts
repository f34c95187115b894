import type { Asset, AssetState } from '#contract/videos/asset'
import type { Clock } from '#core/platform/clock'
import type { AssetRepository } from '#core/videos/asset-ports'
import { isLive, publishPlayback } from '#core/videos/playback/publish-playback'
import { outdatedVersions } from '#core/videos/playback/tidy-versions'
import type {
  EncodingLedger,
  MediaEvents,
  MediaFiles,
  MediaLog,
  ObjectTagger,
} from '#core/videos/ports'
import { type Advanced, tryAdvance } from './advance-asset.ts'
import { type EncodeEvent, transition } from './asset-state.ts'
import { publishAsStored } from './change-asset.ts'
import { objectTags } from './object-tags.ts'
import { wakeTwins } from './twins.ts'

/** What a step that has assets enter states reads and writes for it. */
export type EnterMethods = 'get' | 'getRecord' | 'save' | 'findBySha256'

export interface EnterDeps {
  readonly assets: Pick<AssetRepository, EnterMethods>
  readonly files: MediaFiles
  readonly ledger: Pick<EncodingLedger, 'refund'>
  readonly tagger: ObjectTagger
  readonly events: Pick<MediaEvents, 'ended' | 'command' | 'published'>
  readonly log: MediaLog
  readonly ingestBucket: string
  readonly clock: Clock
}

type Effect = (deps: EnterDeps, asset: Asset) => Promise<void>

/** A call that breaks off before the save tells twice when it is repeated; the other order would tell nobody. */
const tell: Effect = ({ events }, asset) => events.ended(asset)

/** Before the asset says that it is ready: whoever sees that can play it. */
const publish: Effect = async (deps, asset) => {
  if (isLive(asset)) await publishPlayback(deps, asset)
}

/** Writes on the asset's object how it stands. Another write of the object takes tags away. */
export const tag = (
  { tagger, ingestBucket }: Pick<EnterDeps, 'tagger' | 'ingestBucket'>,
  asset: Asset,
): Promise<void> => tagger.tag(ingestBucket, asset.sourceKey, objectTags(asset))

const log: Effect = async ({ log }, { id, state }) =>
  log.info(`media.asset_${state}`, { assetId: id })

const wake: Effect = async (deps, { id }) => wakeTwins(deps, await deps.assets.getRecord(id))

const tidy: Effect = async ({ events }, asset) => {
  if (outdatedVersions(asset).length > 0) await events.command('tidy', asset.id)
}

const nothing = { before: [], after: [] }
const endsForSomebody = { before: [tell], after: [tag, log, wake] }

/** What is done around the save that brings an asset to a state, in this order. */
const EFFECTS: Record<AssetState, { before: readonly Effect[]; after: readonly Effect[] }> = {
  uploaded: nothing,
  probing: nothing,
  queued: { before: [], after: [tag] },
  transcoding: nothing,
  held: endsForSomebody,
  rejected: endsForSomebody,
  failed: endsForSomebody,
  ready: { before: [publish], after: [tag, log, wake, tidy] },
  // Its files and its twins are what `deleteFiles` is for.
  deleting: nothing,
}

/** What tells only that work goes on: where that comes too late, nothing is left to do. */
const TELLS_OF_WORK: ReadonlySet<EncodeEvent['type']> = new Set(['probing', 'probed', 'progress'])

/**
 * Takes an asset to the state that an event brings, with all that belongs to coming there. What belongs
 * after the save is done even when the asset was there already: the call before may have broken off in
 * between. Answers the asset as it is stored then, and whether it was this event that brought it there.
 */
export async function enter(deps: EnterDeps, asset: Asset, event: EncodeEvent): Promise<Advanced> {
  if (event.type === 'error' && event.isFree) {
    const { version, attempt } = event.of
    // Also when it is told of twice: the ledger gives back once.
    await deps.ledger.refund({ assetId: asset.id, version, attempt })
  }
  const from = await readBeforeEffects(deps, asset, event)
  const next = transition(from, event, deps.clock.now().toISOString())
  if (next !== from) for (const effect of EFFECTS[next.state].before) await effect(deps, next)
  const { asset: stored, changed } = await tryAdvance(deps, from, event)
  if (changed || !TELLS_OF_WORK.has(event.type))
    for (const effect of EFFECTS[stored.state].after) await effect(deps, stored)
  // Captions or chapters came while it was published without them.
  const isPublished = changed && EFFECTS[stored.state].before.includes(publish)
  const isOutdated = stored.captions !== next.captions || stored.chapters !== next.chapters
  return isPublished && isOutdated
    ? { asset: await publishAsStored(deps, stored), changed }
    : { asset: stored, changed }
}

/** To look into a source or to copy renditions took minutes: nobody is told, or shown, what was true before. */
async function readBeforeEffects(
  { assets, clock }: EnterDeps,
  asset: Asset,
  event: EncodeEvent,
): Promise<Asset> {
  const { state } = transition(asset, event, clock.now().toISOString())
  if (EFFECTS[state].before.length === 0) return asset
  return (await assets.get(asset.id)) ?? { ...asset, state: 'deleting' }
}
