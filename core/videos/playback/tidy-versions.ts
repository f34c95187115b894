import { contentKeys } from '#contract/courses/content'
import type { Asset } from '#contract/videos/asset'
import type { MediaFolders } from '#core/videos/ports'

/**
 * Versions whose renditions nobody reads any more: all before the one that was live before. Of that one
 * somebody may be in the middle; and what came after it may be encoded at this moment.
 */
export function outdatedVersions({ liveVersion, history }: Asset): number[] {
  const before = history.findLast(
    ({ state, version }) => state === 'ready' && liveVersion !== null && version < liveVersion,
  )
  return Array.from({ length: (before?.version ?? 1) - 1 }, (_, index) => index + 1)
}

/** Deletes the renditions of outdated versions. Broken off, the next version's call does the rest. */
export async function tidyVersions(
  { folders }: { readonly folders: Pick<MediaFolders, 'deleteAll'> },
  asset: Asset,
): Promise<void> {
  const { id, courseId } = asset
  if (courseId === null) return
  for (const version of outdatedVersions(asset))
    await folders.deleteAll(contentKeys.encode(courseId, id, version))
}
