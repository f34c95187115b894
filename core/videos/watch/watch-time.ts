import type { Instant } from '#contract/platform/ids'
import type { Asset, AssetState } from '#contract/videos/asset'
import { monthOf } from '#core/videos/encode/budget'

/**
 * Minutes without any change after which an asset that has no job counts as stuck. What a worker left when its
 * environment ended comes back after its queue's visibility timeout, 6 × 15 minutes; the retry may wait for 15
 * more and run for 15: 120. A bulk of files waits for `encoding.workers` for as long. A worker that probes tells
 * of itself, and one that deletes is quick.
 */
export const PATIENCE = {
  uploaded: 120,
  probing: 30,
  queued: 120,
  transcoding: 20,
  deleting: 20,
} satisfies Partial<Record<AssetState, number>>

/** Minutes after which a job that told nothing is asked for: one that runs tells of itself every ten seconds. */
const JOB_PATIENCE = 20
/** Minutes after which what its month has no room for is tried again. */
const HELD_PATIENCE = 60

const isWaitingState = (state: AssetState): state is keyof typeof PATIENCE => state in PATIENCE

/** When the watch is to look at an asset, if nobody changes it before; null when nothing is to happen by itself. */
export function watchAt(asset: Asset): Instant | null {
  const { state, updatedAt } = asset
  if (state === 'held') return laterOf(monthAfter(heldAt(asset)), updatedAt)
  if (!isWaitingState(state)) return null
  // It may have a job, which its state does not tell.
  return plus(updatedAt, state === 'queued' ? JOB_PATIENCE : PATIENCE[state])
}

/** When the watch is to look again at what it looks at now. */
export function watchAgainAt({ state }: Asset, hasJob: boolean, now: Date): Instant {
  const minutes = isWaitingState(state) ? PATIENCE[state] : HELD_PATIENCE
  return plus(now.toISOString(), hasJob ? JOB_PATIENCE : minutes)
}

/** Whether it has had no change for so many times its patience. */
export const isLate = ({ state, updatedAt }: Asset, now: Date, times = 1): boolean =>
  isWaitingState(state) && plus(updatedAt, PATIENCE[state] * times) <= now.toISOString()

/** Whether it was held back in an earlier month than this. */
export const isOfEarlierMonth = (asset: Asset, now: Date): boolean =>
  monthOf(new Date(heldAt(asset))) < monthOf(now)

const heldAt = ({ history, updatedAt }: Asset) =>
  history.findLast(({ state }) => state === 'held')?.at ?? updatedAt

function monthAfter(at: Instant): Instant {
  const date = new Date(at)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)).toISOString()
}

const plus = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

const laterOf = (a: Instant, b: Instant) => (a > b ? a : b)
