import type { DraftOutline } from '#contract/lessons/lesson'

/** How many lessons of a draft show each asset. */
export function countUses(modules: DraftOutline): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const { lessons } of modules)
    for (const lesson of lessons)
      if (lesson.kind === 'video' && lesson.assetId)
        uses.set(lesson.assetId, (uses.get(lesson.assetId) ?? 0) + 1)
  return uses
}
