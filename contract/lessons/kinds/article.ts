import { z } from 'zod'
import { ArticleDocument } from '#contract/articles/document'
import { AssetId, FileId, LessonId } from '#contract/platform/ids'
import { DraftLesson, LessonLine, Title } from './base.ts'
import { lessonLimits } from './limits.ts'

/** A document; or Markdown, as articles were kept before, and as scripts write them. */
export const ArticleText = z.union([z.string().max(lessonLimits.articleText), ArticleDocument])

/** A video that stands in an article, as whoever reads it is told. Addresses are below the web origin. */
const Shown = z.object({
  title: z.string(),
  durationSeconds: z.number(),
  playbackUrl: z.string(),
  hlsUrl: z.string(),
  dashUrl: z.string(),
  posterUrl: z.string(),
})
export type ShownVideo = z.infer<typeof Shown>

const kind = z.literal('article')
const draft = DraftLesson.extend({ kind, text: ArticleText })

/** A lesson to read. */
export const article = {
  draft,
  outlined: draft.extend({ text: ArticleText.nullable() }),
  creation: z.object({ kind, title: Title, text: ArticleText.default('') }),
  change: { text: ArticleText },
  line: LessonLine.extend({ kind, durationSeconds: z.null() }),
  content: z.object({
    kind,
    text: z.union([z.string(), ArticleDocument]),
    /** Where whoever may open the lesson finds the files of its pictures. */
    folders: z.record(FileId, z.string()).optional(),
    /** Of those that were ready. */
    videos: z.record(AssetId, Shown).optional(),
  }),
  syllabus: z.object({ kind, id: LessonId }),
}
