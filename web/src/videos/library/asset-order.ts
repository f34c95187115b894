import type { AssetCard, AssetState } from '#contract/videos/asset'
import { hasEveryWord } from '#web/ui/match-commands.ts'
import { folderOfKey } from '#web/uploads/place-captions.ts'
import { locale } from '#web/words/language.ts'

export const SORT_KEYS = ['name', 'state', 'duration', 'size', 'cost', 'used', 'uploaded'] as const
export type SortKey = (typeof SORT_KEYS)[number]

/** States as one looks for them: nine are too many to choose from. */
export const STATE_GROUPS = {
  ready: ['ready'],
  preparing: ['uploaded', 'probing', 'queued', 'transcoding'],
  attention: ['held', 'rejected', 'failed'],
} as const satisfies Record<string, readonly AssetState[]>
export type StateGroup = keyof typeof STATE_GROUPS
export const STATE_GROUP_NAMES = Object.keys(STATE_GROUPS) as StateGroup[]

/** What the library shows and in which order; kept in the address. */
export interface LibraryView {
  readonly q: string
  readonly state: StateGroup | 'all'
  readonly sort: SortKey
  readonly down: boolean
}

export const groupOf = (state: AssetState): StateGroup | null =>
  STATE_GROUP_NAMES.find((group) => STATE_GROUPS[group].some((one: AssetState) => one === state)) ??
  null

export function countGroups(assets: readonly AssetCard[]): Record<StateGroup, number> {
  const counts = { ready: 0, preparing: 0, attention: 0 }
  for (const { state } of assets) {
    const group = groupOf(state)
    if (group) counts[group] += 1
  }
  return counts
}

/** Folders below the course, as the key has them; none for an upload's or a lesson's own. */
export function folderOf({ sourceKey }: Pick<AssetCard, 'sourceKey'>): string {
  const folder = folderOfKey(sourceKey)
  return /^(up_[0-9A-Z]{26}$|les_[0-9A-Z]{26}(\/|$))/.test(folder) ? '' : folder
}

/** Every word of the search is somewhere in the name or folder. */
export function matches(asset: AssetCard, { q, state }: Pick<LibraryView, 'q' | 'state'>): boolean {
  if (state !== 'all' && groupOf(asset.state) !== state) return false
  return hasEveryWord(`${folderOf(asset)}/${asset.fileName}`, q)
}

const STATE_ORDER: readonly AssetState[] = [
  'failed',
  'rejected',
  'held',
  'transcoding',
  'queued',
  'probing',
  'uploaded',
  'ready',
  'deleting',
]
const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })

type Compare = (a: AssetCard, b: AssetCard) => number
const byNumber =
  (value: (asset: AssetCard) => number | null): Compare =>
  (a, b) =>
    (value(a) ?? -1) - (value(b) ?? -1)

/** What matches, in the view's order; equals stand latest first. */
export function arrange(
  assets: readonly AssetCard[],
  view: LibraryView,
  uses: ReadonlyMap<string, number>,
): AssetCard[] {
  const compare = {
    name: (a, b) => collator.compare(a.fileName, b.fileName),
    state: byNumber(({ state }) => STATE_ORDER.indexOf(state)),
    duration: byNumber(({ durationSeconds }) => durationSeconds),
    size: byNumber(({ sizeBytes }) => sizeBytes),
    cost: byNumber(({ estimatedCostUsd }) => estimatedCostUsd),
    used: byNumber(({ id }) => uses.get(id) ?? 0),
    uploaded: (a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0),
  } satisfies Record<SortKey, Compare>
  const chosen = compare[view.sort]
  const sign = view.down ? -1 : 1
  return assets
    .filter((asset) => matches(asset, view))
    .sort((a, b) => sign * chosen(a, b) || -compare.uploaded(a, b))
}
