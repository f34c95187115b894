import type { DraftOutline } from '#contract/lessons/lesson'
import { assetIdsOf } from '#contract/lessons/rules/index'

/** How many lessons of a draft show each asset. */
export function countUses(modules: DraftOutline): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  const shown = modules.flatMap(({ lessons }) => lessons.flatMap(assetIdsOf))
  for (const id of shown) uses.set(id, (uses.get(id) ?? 0) + 1)
  return uses
}
