import { z } from 'zod'
import { AssetId, LessonId } from '#contract/platform/ids'
import { DraftLesson, LessonLine, Title } from './base.ts'

/** What is left after nine tenths is mostly credits. */
export const DEFAULT_COMPLETION_SHARE = 0.9
/** The share of a video that must be watched for its lesson to be complete; 0 completes on opening. */
const CompletionShare = z.number().min(0).max(1)

const kind = z.literal('video')
const draft = DraftLesson.extend({
  kind,
  assetId: AssetId.nullable(),
  completionShare: CompletionShare.default(DEFAULT_COMPLETION_SHARE),
})

/** A lesson that shows a video of the course's library. */
export const video = {
  draft,
  outlined: draft,
  creation: z.object({
    kind,
    title: Title,
    assetId: AssetId.nullable().default(null),
    completionShare: CompletionShare.default(DEFAULT_COMPLETION_SHARE),
  }),
  change: { assetId: AssetId.nullable(), completionShare: CompletionShare },
  line: LessonLine.extend({ kind, durationSeconds: z.number() }),
  content: z.object({
    kind,
    assetId: AssetId,
    playbackUrl: z.string(),
    hlsUrl: z.string(),
    dashUrl: z.string(),
    posterUrl: z.string().nullable(),
    completionShare: CompletionShare,
  }),
  syllabus: z.object({
    kind,
    id: LessonId,
    assetId: AssetId,
    durationSeconds: z.number(),
    completionShare: CompletionShare,
  }),
}
