import type { CourseId } from '#contract/platform/ids'
import { type Saying, say } from '#contract/say'
import type { Asset, AssetCard, AssetUse } from '#contract/videos/asset'
import { findOwnAsset } from '#core/access/own-asset'
import { findOwnCourse } from '#core/access/own-course'
import type { MembershipReader } from '#core/access/ports'
import { requireRole } from '#core/access/site-role'
import type { CourseRepository } from '#core/courses/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import type { Page, PageRequest } from '#core/platform/page'
import type { AssetRepository } from './asset-ports.ts'
import { type EncodingPolicy, mayRelease, monthOf } from './encode/budget.ts'
import { toAssetCard } from './life/asset-card.ts'
import { type WantDeps, type Wish, want } from './life/want.ts'
import type { EncodingLedger, MediaEvents, MediaLog } from './ports.ts'
import { findAssetUses, type UsesDeps } from './removal/asset-uses.ts'
import { parseUploadKey } from './source/upload-key.ts'

export interface AssetDeps {
  readonly courses: CourseRepository
  readonly memberships: MembershipReader
  readonly outlines: UsesDeps['outlines']
  readonly assets: AssetRepository
  readonly content: UsesDeps['content']
  readonly events: Pick<MediaEvents, 'command'>
  readonly ledger: EncodingLedger
  readonly policy: EncodingPolicy
  readonly log: MediaLog
  readonly clock: Clock
}

export interface OfAsset {
  readonly actor: Actor
  readonly courseId: CourseId
  readonly assetId: string
}

export async function listAssets(
  deps: Pick<AssetDeps, 'courses' | 'memberships' | 'assets'>,
  {
    actor,
    courseId,
    changedSince,
    ...page
  }: PageRequest & { actor: Actor; courseId: CourseId; changedSince?: string | undefined },
): Promise<Page<AssetCard>> {
  const course = await findOwnCourse(deps, { actor, courseId }, 'read')
  const { items, nextCursor } = changedSince
    ? await deps.assets.listChanged(course.id, changedSince, page)
    : await deps.assets.listByCourse(course.id, page)
  return { items: items.map(toAssetCard), nextCursor }
}

/** Uploads that named no course, newest first. They are nobody's, so that admins alone see them. */
export async function listRejectedUploads(
  { assets }: { readonly assets: Pick<AssetRepository, 'listWithoutCourse'> },
  { actor, ...page }: PageRequest & { actor: Actor },
): Promise<Page<AssetCard>> {
  requireRole(actor, 'admin')
  const { items, nextCursor } = await assets.listWithoutCourse(page)
  return { items: items.map(toAssetCard), nextCursor }
}

export async function getAsset(
  deps: Pick<AssetDeps, 'courses' | 'memberships' | 'outlines' | 'assets' | 'content'>,
  input: OfAsset,
): Promise<{ asset: Asset; uses: AssetUse[] }> {
  const asset = await findOwnAsset(deps, input, 'read')
  return { asset, uses: await findAssetUses(deps, input.courseId, asset.id) }
}

export async function retryAsset(deps: AssetDeps, input: OfAsset): Promise<Asset> {
  const asset = await findOwnAsset(deps, input, 'media')
  if (!parseUploadKey(asset.sourceKey).mayBeMedia)
    throw new DomainError('conflict', say('no_video'))
  return change(deps, asset, { type: 'retried' }, say('not_retriable'))
}

export async function cancelAsset(deps: AssetDeps, input: OfAsset): Promise<Asset> {
  const asset = await findOwnAsset(deps, input, 'media')
  return change(deps, asset, { type: 'cancelled' }, say('not_cancellable'))
}

/** Encodes what the month's budget holds back; what it costs is counted beyond the limit. */
export async function releaseAsset(deps: AssetDeps, input: OfAsset): Promise<Asset> {
  const asset = await findOwnAsset(deps, input, 'media')
  if (!mayRelease(deps.policy, input.actor.roles))
    throw new DomainError('forbidden', say('admins_release'))
  if (asset.state !== 'held') throw new DomainError('conflict', say('not_held'))
  const { id: assetId, version, attempt, estimatedCostUsd } = asset
  const month = monthOf(deps.clock.now())
  const charge = { assetId, version, attempt, month, costUsd: estimatedCostUsd ?? 0 }
  await deps.ledger.charge(charge, null)
  const { name } = input.actor
  const note = name ? say('released', { name }) : say('released_unnamed')
  return change(deps, asset, { type: 'released', note }, say('not_held'))
}

/** Hides an asset at once; its files follow. */
export async function deleteAsset(deps: AssetDeps, input: OfAsset): Promise<void> {
  const asset = await findOwnAsset(deps, input, 'media')
  const uses = await findAssetUses(deps, input.courseId, asset.id)
  if (uses.length > 0) throw new DomainError('conflict', inUse(uses))
  await want(surroundings(deps), asset, { type: 'deleting' })
}

/** The asset after what its owner wants, as it is stored; a conflict when its state does not allow it. */
async function change(
  deps: AssetDeps,
  asset: Asset,
  wish: Wish,
  objection: Saying,
): Promise<Asset> {
  const { asset: next, changed } = await want(surroundings(deps), asset, wish)
  if (!changed) throw new DomainError('conflict', objection)
  return next
}

/**
 * What was saved stands even if nobody could be told of it: media-watch finds such an asset within the
 * half hour and tells them again.
 */
const surroundings = ({ assets, clock, events, log }: AssetDeps): WantDeps => ({
  assets,
  clock,
  events: {
    async command(command, assetId) {
      try {
        await events.command(command, assetId)
      } catch (error) {
        log.info('media.command_unsent', { assetId, command, error: `${error}` })
      }
    },
  },
})

function inUse(uses: readonly AssetUse[]): Saying {
  const titles = (those: readonly AssetUse[]) => those.map(({ title }) => title)
  return say('video_in_use', {
    published: titles(uses.filter(({ published }) => published)),
    drafts: titles(uses.filter(({ published }) => !published)),
  })
}
