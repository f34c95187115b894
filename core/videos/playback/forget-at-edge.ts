import { createHash } from 'node:crypto'
import { contentKeys } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import type { EdgeEvent, PlaybackPublished } from '#contract/videos/events'
import type { MediaLog } from '#core/videos/ports'

export interface EdgeCache {
  /** Forgets these addresses everywhere; the same reference again asks for nothing more. */
  forget(paths: readonly string[], reference: string): Promise<void>
}

interface ForgetDeps {
  readonly edge: EdgeCache
  readonly log: MediaLog
}

/**
 * Wildcards of one invalidation. 15 may be under way at once, so that as many leave room for another beside it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html
 */
const MOST_WILDCARDS = 7
/** Deleted videos of one course from which on all of its media is forgotten by one wildcard. */
const MANY_OF_A_COURSE = 4

/**
 * When an asset's lasting files were written again, the edge forgets them. What lies in a version's folder and
 * captions never change and stay: a learner who watches keeps getting segments from the edge. Of a deleted
 * asset it forgets everything. However many events, two invalidations are asked for; answers which events
 * failed, by their place.
 */
export async function forgetAtEdge(
  { edge, log }: ForgetDeps,
  events: readonly EdgeEvent[],
): Promise<ReadonlyMap<number, unknown>> {
  const all = events.map((event, index) => ({ event, index }))
  const failures = new Map<number, unknown>()
  const forget = async (group: typeof all, paths: readonly string[]) => {
    if (group.length === 0) return
    try {
      await edge.forget(paths, referenceOf(group.map(({ event }) => event.id)))
      for (const { event } of group)
        log.info('media.forgotten_at_edge', { assetId: event.detail.assetId, eventId: event.id })
    } catch (error) {
      for (const { index } of group) failures.set(index, error)
    }
  }
  const published = all.flatMap(({ event, index }) =>
    event['detail-type'] === 'Playback Published' ? [{ event, index }] : [],
  )
  const deleted = all.filter(({ event }) => event['detail-type'] === 'Asset Deleted')
  await forget(published, lastingPaths(published.map(({ event }) => event)))
  await forget(deleted, wildcards(deleted.map(({ event }) => event)))
  return failures
}

const LASTING = [contentKeys.hls, contentKeys.dash, contentKeys.poster, contentKeys.playback]

const lastingPaths = (events: readonly PlaybackPublished[]) => [
  ...new Set(
    events.flatMap(({ detail: { courseId, assetId } }) =>
      LASTING.map((keyOf) => `/${keyOf(courseId, assetId)}`),
    ),
  ),
]

/** As few as there may be: where a course or the site loses many videos, the rest of theirs is fetched anew. */
function wildcards(events: readonly EdgeEvent[]): readonly string[] {
  const byCourse = new Map<CourseId, Set<string>>()
  for (const { courseId, assetId } of events.map(({ detail }) => detail)) {
    const paths = byCourse.get(courseId) ?? new Set()
    byCourse.set(courseId, paths.add(`/${contentKeys.media(courseId, assetId)}*`))
  }
  const paths = [...byCourse].flatMap(([courseId, ofAssets]) =>
    ofAssets.size < MANY_OF_A_COURSE ? [...ofAssets] : [`/content/${courseId}/media/*`],
  )
  return paths.length <= MOST_WILDCARDS ? paths : ['/content/*']
}

/** The same for the same events, in whatever order they come. */
const referenceOf = (ids: readonly string[]) =>
  createHash('sha256')
    .update([...ids].sort().join())
    .digest('hex')
