import { z } from 'zod'
import { Revision } from '#contract/http/revision'
import { AssetId, CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { lessonLimits } from './limits.ts'

export const Title = z.string().trim().min(1).max(lessonLimits.title)
/** An article's text in Markdown. */
export const ArticleText = z.string().max(lessonLimits.articleText)

/** Of a course: its syllabus is one item of 400 KB, its draft and its page one answer of 6 MB each. */
export const MOST_LESSONS = 2_000
export const MOST_MODULES = 500

/** What is left after nine tenths is mostly credits. */
export const DEFAULT_COMPLETION_SHARE = 0.9
/** The share of a video that must be watched for its lesson to be complete; 0 completes on opening. */
export const CompletionShare = z.number().min(0).max(1)

const LessonBase = z.object({
  id: LessonId,
  courseId: CourseId,
  moduleId: ModuleId,
  title: Title,
  /** Lessons of a module stand in ascending order of this number. */
  position: z.number(),
  revision: Revision,
})

const VideoLesson = LessonBase.extend({
  kind: z.literal('video'),
  assetId: AssetId.nullable(),
  completionShare: CompletionShare.default(DEFAULT_COMPLETION_SHARE),
})
const ArticleLesson = LessonBase.extend({ kind: z.literal('article'), text: ArticleText })

/** A lesson as its teachers edit it. */
export const Lesson = z.discriminatedUnion('kind', [VideoLesson, ArticleLesson])
export type Lesson = z.infer<typeof Lesson>

export const Module = z.object({
  id: ModuleId,
  courseId: CourseId,
  title: Title,
  position: z.number(),
  revision: Revision,
})
export type Module = z.infer<typeof Module>

/** A lesson within an outline; an article's text is null where one answer cannot hold the texts of all. */
export const OutlinedLesson = z.discriminatedUnion('kind', [
  VideoLesson,
  ArticleLesson.extend({ text: ArticleText.nullable() }),
])
export type OutlinedLesson = z.infer<typeof OutlinedLesson>

/** A draft outline: every module in order, with its lessons in order. */
export const DraftOutline = z.array(Module.extend({ lessons: z.array(OutlinedLesson) }))
export type DraftOutline = z.infer<typeof DraftOutline>
