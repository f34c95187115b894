import type { Asset } from '#contract/videos/asset'
import type { EncodeEvent } from '#core/videos/life/asset-state'
import { type EnterDeps, enter } from '#core/videos/life/enter'
import type { EncodeOutcome } from './encode-deps.ts'

/** Ends an attempt where somebody must do something. */
export async function endAttempt(
  deps: EnterDeps,
  asset: Asset,
  event: Extract<EncodeEvent, { type: 'rejected' | 'held' | 'error' }>,
): Promise<EncodeOutcome> {
  const { asset: ended, changed } = await enter(deps, asset, event)
  return { kind: changed ? KINDS[event.type] : 'overtaken', asset: ended }
}

const KINDS = { held: 'held', rejected: 'rejected', error: 'failed' } as const
