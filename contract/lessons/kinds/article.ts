import { z } from 'zod'
import { ArticleDocument } from '#contract/articles/document'
import { FileId, LessonId } from '#contract/platform/ids'
import { DraftLesson, LessonLine, Title } from './base.ts'
import { lessonLimits } from './limits.ts'

/** A document; or Markdown, as articles were kept before, and as scripts write them. */
export const ArticleText = z.union([z.string().max(lessonLimits.articleText), ArticleDocument])

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
  }),
  syllabus: z.object({ kind, id: LessonId }),
}
