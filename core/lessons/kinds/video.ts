import { filesIn } from '#contract/courses/content'
import { isWatched, unionOfRanges } from '#contract/progress/watched-ranges'
import { placeWithin, rangesWithin } from '#contract/progress/within-stream'
import { findUsableAsset } from '#core/access/own-asset'
import { liveSource } from '#core/videos/source/known-source'
import type { KindOf } from './kind.ts'

/** Complete by what was watched alone, which is worked out here and never taken from a heartbeat. */
export const video: KindOf<'video'> = {
  // An asset of another course must not be shown through this one.
  check: async ({ assets }, courseId, { assetId }) => {
    if (assetId) await findUsableAsset({ assets }, { courseId, assetId })
  },
  text: () => null,
  searchText: () => '',
  withoutText: (lesson) => lesson,

  publish: ({ kind, id, title, assetId, completionShare }, { videos, folderOf }) => {
    const asset = videos.get(assetId ?? '')
    const source = asset && liveSource(asset)
    if (!source) throw new Error(`The video of lesson ${id} has no version that learners may see`)
    const { durationSeconds } = source
    const shown = { kind, assetId: asset.id, completionShare }
    return {
      line: { kind, id, title, durationSeconds },
      content: { ...shown, ...filesIn(folderOf(asset.id)) },
      syllabus: { ...shown, id, durationSeconds },
    }
  },

  current: async (lesson, syllabus) => ({
    ...lesson,
    durationSeconds: (await syllabus.liveDuration(lesson.assetId)) ?? lesson.durationSeconds,
  }),
  within: (progress, { durationSeconds }) => ({
    ...progress,
    positionSeconds: placeWithin(progress.positionSeconds, durationSeconds),
    watched: unionOfRanges(rangesWithin(progress.watched, durationSeconds)),
  }),
  completes: (_, { watched }, lesson) => isWatched(watched, lesson),
}
