import type { AssetCard } from '#contract/videos/asset'

/** A course's videos as this page knows them. */
export interface KnownAssets {
  readonly items: readonly AssetCard[]
  /** Whether the list was read to its end. */
  readonly complete: boolean
  /** The latest change that was seen, by the server's clock. */
  readonly changedSince: string | null
  /** When all was last read anew. Milliseconds. */
  readonly readAt: number
}

/** The known list with what changed since; the very same list when nothing did. */
export function mergeAssets(known: KnownAssets, changed: readonly AssetCard[]): KnownAssets {
  const before = new Map(known.items.map((asset) => [asset.id, asset]))
  const news = changed.filter((asset) => {
    const old = before.get(asset.id)
    return asset.state === 'deleting' ? old !== undefined : old?.updatedAt !== asset.updatedAt
  })
  if (news.length === 0) return known
  const replaced = new Map(news.map((asset) => [asset.id, asset]))
  const kept = known.items.flatMap((asset) => {
    const now = replaced.get(asset.id) ?? asset
    return now.state === 'deleting' ? [] : [now]
  })
  const added = news.filter(({ id, state }) => state !== 'deleting' && !before.has(id))
  return { ...known, items: [...added, ...kept], changedSince: latestChange(known, changed) }
}

export const latestChange = (
  known: Pick<KnownAssets, 'changedSince'>,
  items: readonly AssetCard[],
): string | null =>
  items.reduce<string | null>(
    (latest, { updatedAt }) => (latest === null || updatedAt > latest ? updatedAt : latest),
    known.changedSince,
  )
