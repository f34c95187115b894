import { z } from 'zod'
import { ArticleDocument } from '#contract/articles/document'
import { documentBytes } from '#contract/articles/document-bytes'
import { Revision } from '#contract/http/revision'
import { AnnouncementId, CourseId, Instant } from '#contract/platform/ids'
import { announcementLimits } from './limits.ts'

/**
 * As articles are kept, of words alone: pictures and videos lie where a version of the course is published, and the
 * numbers of footnotes would be those of several texts on one page.
 */
export const AnnouncementText = ArticleDocument.refine(({ children }) =>
  isOfWords(children),
).refine((document) => documentBytes(document) <= announcementLimits.textBytes)
export type AnnouncementText = z.infer<typeof AnnouncementText>

export const AnnouncementTitle = z.string().trim().max(announcementLimits.title)

/** As those see it who teach the course. */
export const AnnouncementDraft = z.object({
  id: AnnouncementId,
  courseId: CourseId,
  /** Empty until somebody writes one; of what is out it never is. */
  title: z.string(),
  text: AnnouncementText,
  pinned: z.boolean(),
  /** From when learners read it; null: it is a draft. */
  publishAt: Instant.nullable(),
  /** Of who began it; empty where their account says none. */
  authorName: z.string(),
  createdAt: Instant,
  /** When it was last changed while learners could read it; null: never. */
  editedAt: Instant.nullable(),
  revision: Revision,
})
export type AnnouncementDraft = z.infer<typeof AnnouncementDraft>

export const AnnouncementLine = AnnouncementDraft.omit({ text: true })
export type AnnouncementLine = z.infer<typeof AnnouncementLine>

/** As learners read it: nothing whose time has not come. */
export const Announcement = AnnouncementDraft.pick({
  id: true,
  title: true,
  text: true,
  pinned: true,
  authorName: true,
  editedAt: true,
}).extend({
  publishedAt: Instant,
  /** Came out since they last looked at the course's announcements, or since they enrolled. */
  isNew: z.boolean(),
})
export type Announcement = z.infer<typeof Announcement>

/** What stands where nobody has written yet. */
export const NO_TEXT: AnnouncementText = { version: 1, children: [] }

/** What an announcement holds none of. */
export const LEFT_OUT = ['figure', 'video', 'footnote'] as const

/** Of blocks that may be anything: what is malformed is refused beside this. */
function isOfWords(blocks: readonly unknown[]): boolean {
  let level = blocks
  while (level.length > 0) {
    const nodes = level.filter((node) => typeof node === 'object' && node !== null)
    if (nodes.some((node) => LEFT_OUT.some((type) => Reflect.get(node, 'type') === type)))
      return false
    level = nodes.flatMap((node) => {
      const children: unknown = Reflect.get(node, 'children')
      return Array.isArray(children) ? children : []
    })
  }
  return true
}

/** Whether learners read it at an instant. */
export const isOut = ({ publishAt }: Pick<AnnouncementDraft, 'publishAt'>, now: Date): boolean =>
  publishAt !== null && publishAt <= now.toISOString()
