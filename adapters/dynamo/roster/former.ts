import { CourseId, EnrolmentId } from '#contract/platform/ids'
import type { FormerEnrolment } from '#core/enrolments/ports'
import type { FormerEnrolmentItem } from './former-entity.ts'

/** Whether it is there or not: every item of the table has a key. */
export const EVEN_SO = { holds: 'attribute_exists(pk) OR attribute_not_exists(pk)' }

export const toFormerItem = ({ undoUntil, ...one }: FormerEnrolment): FormerEnrolmentItem => ({
  ...one,
  ...(undoUntil && { undoUntil, expiresAt: Math.floor(Date.parse(undoUntil) / 1000) }),
})

export const toFormer = ({ expiresAt: _, ...item }: FormerEnrolmentItem): FormerEnrolment => ({
  ...item,
  id: EnrolmentId.parse(item.id),
  courseId: CourseId.parse(item.courseId),
  name: item.name ?? '',
  address: item.address ?? '',
  undoUntil: item.undoUntil ?? null,
})
