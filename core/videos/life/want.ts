import type { Asset } from '#contract/videos/asset'
import type { MediaCommand } from '#contract/videos/events'
import type { MediaEvents } from '#core/videos/ports'
import { type AdvanceDeps, type Advanced, tryAdvance } from './advance-asset.ts'
import type { EncodeEvent, OwnerEvent } from './asset-state.ts'

/** What a person or the watch wants of an asset as it is. */
export type Wish =
  | Exclude<OwnerEvent, { type: 'replaced' }>
  | Extract<EncodeEvent, { type: 'restarted' }>

/** What the media workers are asked for, once the wish is saved. */
const COMMANDS: Record<Wish['type'], MediaCommand['command']> = {
  restarted: 'encode',
  released: 'encode',
  retried: 'encode',
  cancelled: 'cancel',
  deleting: 'delete',
}

export interface WantDeps extends AdvanceDeps {
  readonly events: Pick<MediaEvents, 'command'>
}

/** Saves a wish if the asset's state allows it, then asks the workers for it; for a deletion every time. */
export async function want(deps: WantDeps, asset: Asset, wish: Wish): Promise<Advanced> {
  const wanted = await tryAdvance(deps, asset, wish)
  if (wanted.changed || wish.type === 'deleting')
    await deps.events.command(COMMANDS[wish.type], wanted.asset.id)
  return wanted
}
