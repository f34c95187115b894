import type { CourseId } from '#contract/platform/ids'
import type { Asset, AssetCard, AssetUse } from '#contract/videos/asset'
import { findOwnAsset } from '#core/access/own-asset'
import { findOwnCourse } from '#core/access/own-course'
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
import { sentences } from './source/sentences.ts'
import { parseUploadKey } from './source/upload-key.ts'

export interface AssetDeps {
  readonly courses: CourseRepository
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
  deps: Pick<AssetDeps, 'courses' | 'assets'>,
  {
    actor,
    courseId,
    changedSince,
    ...page
  }: PageRequest & { actor: Actor; courseId: CourseId; changedSince?: string | undefined },
): Promise<Page<AssetCard>> {
  const course = await findOwnCourse(deps, { actor, courseId })
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
  deps: Pick<AssetDeps, 'courses' | 'assets' | 'content'>,
  input: OfAsset,
): Promise<{ asset: Asset; uses: AssetUse[] }> {
  const asset = await findOwnAsset(deps, input)
  return { asset, uses: await findAssetUses(deps, input.courseId, asset.id) }
}

export async function retryAsset(deps: AssetDeps, input: OfAsset): Promise<Asset> {
  const asset = await findOwnAsset(deps, input)
  if (!parseUploadKey(asset.sourceKey).mayBeMedia) throw new DomainError('conflict', NO_VIDEO)
  return change(deps, asset, { type: 'retried' }, NOT_RETRIABLE)
}

export async function cancelAsset(deps: AssetDeps, input: OfAsset): Promise<Asset> {
  const asset = await findOwnAsset(deps, input)
  return change(deps, asset, { type: 'cancelled' }, NOT_CANCELLABLE)
}

/** Encodes what the month's budget holds back; what it costs is counted beyond the limit. */
export async function releaseAsset(deps: AssetDeps, input: OfAsset): Promise<Asset> {
  const asset = await findOwnAsset(deps, input)
  if (!mayRelease(deps.policy, input.actor.roles))
    throw new DomainError(
      'forbidden',
      'Only an administrator of this site may encode beyond the month’s budget. Ask one of them.',
    )
  if (asset.state !== 'held') throw new DomainError('conflict', NOT_HELD)
  const { id: assetId, version, attempt, estimatedCostUsd } = asset
  const month = monthOf(deps.clock.now())
  const charge = { assetId, version, attempt, month, costUsd: estimatedCostUsd ?? 0 }
  await deps.ledger.charge(charge, null)
  const note = sentences.released(input.actor.name)
  return change(deps, asset, { type: 'released', note }, NOT_HELD)
}

/** Hides an asset at once; its files follow. */
export async function deleteAsset(deps: AssetDeps, input: OfAsset): Promise<void> {
  const asset = await findOwnAsset(deps, input)
  const uses = await findAssetUses(deps, input.courseId, asset.id)
  if (uses.length > 0) throw new DomainError('conflict', whyInUse(uses))
  await want(surroundings(deps), asset, { type: 'deleting' })
}

const NOT_RETRIABLE =
  'Only a video that was rejected or failed can be tried again. Look at its state.'
const NO_VIDEO = 'This file is no video. Mend it and upload it again; then this entry goes away.'
const NOT_CANCELLABLE = 'This video is not being encoded, so there is nothing to cancel.'
const NOT_HELD = 'This video is not held back. Look at its state.'

/** The asset after what its owner wants, as it is stored; a conflict when its state does not allow it. */
async function change(
  deps: AssetDeps,
  asset: Asset,
  wish: Wish,
  objection: string,
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

function whyInUse(uses: readonly AssetUse[]): string {
  const names = uses
    .map(({ title, published }) => `“${title}”${published ? ' (published)' : ''}`)
    .join(', ')
  return `These lessons show the video: ${names}. Take it out of them, and publish the course if it is published, then delete it.`
}
