import { contentKeys } from '#contract/content'
import type { AssetDeleted, ObjectCreated } from '#contract/events'
import { AssetId, CourseId } from '#contract/ids'
import type { MediaLog } from './ports.ts'

export interface EdgeCache {
  /** Forgets these addresses everywhere; the same reference again asks for nothing more. */
  forget(paths: readonly string[], reference: string): Promise<void>
}

interface ForgetDeps {
  readonly edge: EdgeCache
  readonly log: MediaLog
}

/**
 * When an asset's `playback.json` was written, the last of its lasting files, the edge forgets them all.
 * What lies in a version's folder and captions never change and stay: a learner who watches keeps
 * getting segments from the edge. Of a deleted asset it forgets everything.
 */
export async function forgetAtEdge(
  deps: ForgetDeps,
  event: ObjectCreated | AssetDeleted,
): Promise<void> {
  const isDeleted = event['detail-type'] === 'Asset Deleted'
  const asset = isDeleted ? event.detail : assetOf(event.detail.object.key)
  if (!asset) return
  const { courseId, assetId } = asset
  const lasting = [contentKeys.hls, contentKeys.dash, contentKeys.poster, contentKeys.playback]
  const paths = isDeleted
    ? [`/${contentKeys.media(courseId, assetId)}*`]
    : lasting.map((keyOf) => `/${keyOf(courseId, assetId)}`)
  await deps.edge.forget(paths, event.id)
  deps.log.info('media.forgotten_at_edge', { assetId, eventId: event.id })
}

/** Whose `playback.json` a key is; null for any other. */
function assetOf(key: string) {
  const [, course, id] = /^content\/([^/]+)\/media\/([^/]+)\/playback\.json$/.exec(key) ?? []
  const courseId = CourseId.safeParse(course)
  const assetId = AssetId.safeParse(id)
  return courseId.success && assetId.success
    ? { courseId: courseId.data, assetId: assetId.data }
    : null
}
