import { z } from 'zod'
import { LessonId } from '#contract/platform/ids'
import { DraftLesson, LessonLine, Title } from './base.ts'
import { lessonLimits } from './limits.ts'

/** In Markdown. */
export const ArticleText = z.string().max(lessonLimits.articleText)

const kind = z.literal('article')
const draft = DraftLesson.extend({ kind, text: ArticleText })

/** A lesson to read. */
export const article = {
  draft,
  outlined: draft.extend({ text: ArticleText.nullable() }),
  creation: z.object({ kind, title: Title, text: ArticleText.default('') }),
  change: { text: ArticleText },
  line: LessonLine.extend({ kind, durationSeconds: z.null() }),
  content: z.object({ kind, text: z.string() }),
  syllabus: z.object({ kind, id: LessonId }),
}
