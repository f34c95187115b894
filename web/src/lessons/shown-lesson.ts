import type { LessonContent, PublishedLesson, PublishedLine } from '#contract/courses/content'

/** What lists say of a lesson: the outline's line, or that of the public page. */
type Line = Pick<PublishedLine, 'id' | 'title'> & { readonly durationSeconds: number | null }

/** A lesson as its page shows it. Publishing writes line and content from one lesson, so they are of one kind. */
export const shownLesson = (line: Line, content: LessonContent): PublishedLesson =>
  ({ ...line, ...content }) as PublishedLesson
