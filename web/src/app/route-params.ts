import { isId } from '#contract/platform/id-form'
import type { AsLearner } from '#web/lessons/line.ts'

/** Parameters of addresses as ids. What is no id is no address here: the router goes on to its "not found". */
interface OfCourse {
  readonly courseId: string
}
interface OfLesson extends OfCourse {
  readonly lessonId?: string | undefined
}
interface OfAsset extends OfCourse {
  readonly assetId: string
}
interface OfAnnouncement extends OfCourse {
  readonly announcementId: string
}
interface OfCaptions extends OfAsset {
  readonly language: string
}

export const course = {
  parse: ({ courseId }: OfCourse) => isId('crs', courseId) && { courseId },
}
export const lesson = {
  parse: ({ courseId, lessonId }: OfLesson) =>
    isId('crs', courseId) &&
    (lessonId === undefined || isId('les', lessonId)) && { courseId, lessonId },
}
export const asset = {
  parse: ({ courseId, assetId }: OfAsset) =>
    isId('crs', courseId) && isId('ast', assetId) && { courseId, assetId },
}
export const announcement = {
  parse: ({ courseId, announcementId }: OfAnnouncement) =>
    isId('crs', courseId) && isId('ann', announcementId) && { courseId, announcementId },
}
export const captions = {
  parse: ({ courseId, assetId, language }: OfCaptions) =>
    isId('crs', courseId) && isId('ast', assetId) && { courseId, assetId, language },
}

/** What of a course its editor shows; what is none of it leads to the course. */
export const shown = ({ lesson: id, show }: Record<string, unknown>): Shown => ({
  ...(typeof id === 'string' && isId('les', id) && { lesson: id }),
  ...(show === 'course' && { show }),
})
/** As whom and when a draft is looked at. */
export const asLearner = ({ as, at }: Record<string, unknown>): AsLearner => ({
  ...((as === 'before' || as === 'all') && { as }),
  ...(typeof at === 'string' && !Number.isNaN(Date.parse(at)) && { at }),
})

interface Shown {
  readonly lesson?: `les_${string}`
  /** On a phone: the course's own fields, in the contents' place. */
  readonly show?: 'course'
}
