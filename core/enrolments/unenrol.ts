import { isBound } from '#contract/enrolments/access'
import type { CourseId } from '#contract/platform/ids'
import { requireAccess } from '#core/access/member'
import { requireRole } from '#core/access/site-role'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { formerOf } from './former-of.ts'
import type { EnrolmentRepository } from './ports.ts'

/**
 * Leaves a course; to leave one twice is no error. What was done in it is kept for a return, and so is its last day,
 * where teachers set one. Whom they shut out stays in their list: leaving would let them in again.
 */
export async function unenrol(
  {
    enrolments,
    clock,
  }: {
    readonly enrolments: Pick<EnrolmentRepository, 'get' | 'delete'>
    readonly clock: Clock
  },
  { actor, courseId }: { readonly actor: Actor; readonly courseId: CourseId },
): Promise<void> {
  requireRole(actor, 'learner')
  const { userId } = actor
  const found = await enrolments.get(userId, courseId)
  if (found) requireAccess(found, clock.now())
  await enrolments.delete(
    userId,
    courseId,
    found && isBound(found) ? formerOf(found, null) : undefined,
  )
}
