import type { EnrolmentRecord, FormerEnrolment } from './ports.ts'

/** Of an enrolment that ends, what stays. */
export const formerOf = (record: EnrolmentRecord, undoUntil: string | null): FormerEnrolment => {
  const { id, courseId, userId, enrolledAt, suspendedAt, endsOn, endsZone } = record
  const { name = '', address = '' } = record
  return {
    ...{ id, courseId, userId, enrolledAt, name, address, undoUntil },
    ...{ suspendedAt, endsOn, endsZone },
  }
}
