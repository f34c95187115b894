import { OF_LESSON, type RulesOf } from './rules.ts'

const problems = {
  lesson_lacks_video: OF_LESSON,
  lesson_video_gone: OF_LESSON,
  lesson_video_unusable: OF_LESSON,
  lesson_video_in_work: OF_LESSON,
}

export const video: RulesOf<'video', keyof typeof problems> = {
  problems,
  problem: ({ assetId }, { videos }) => {
    if (assetId === null) return 'lesson_lacks_video'
    const shown = videos.get(assetId)
    if (!shown) return 'lesson_video_gone'
    // One that is live can be shown while its next version is prepared.
    if (shown.liveVersion !== null) return null
    return ENDS.includes(shown.state) ? 'lesson_video_unusable' : 'lesson_video_in_work'
  },
  needsFiles: false,
  frames: () => [],
  assetId: ({ assetId }) => assetId,
  videosWithin: () => [],
  fileIds: () => [],
}

/** States that do not pass by themselves. */
const ENDS: readonly string[] = ['failed', 'rejected', 'held', 'deleting']
