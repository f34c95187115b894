import type { MembershipChange } from '#core/enrolments/ports'

/** Somebody enrolled. */
export const cameIn = (userId: string, enrolmentId = `enr of ${userId}`): MembershipChange => ({
  userId,
  enrolmentId,
  isEnrolled: true,
})
