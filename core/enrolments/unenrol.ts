import type { CourseId } from '#contract/platform/ids'
import { requireRole } from '#core/access/site-role'
import type { Actor } from '#core/platform/actor'
import type { EnrolmentRepository } from './ports.ts'

/** Leaves a course; to leave one twice is no error. What was done in it is kept for a return. */
export async function unenrol(
  { enrolments }: { readonly enrolments: Pick<EnrolmentRepository, 'delete'> },
  { actor, courseId }: { readonly actor: Actor; readonly courseId: CourseId },
): Promise<void> {
  requireRole(actor, 'learner')
  await enrolments.delete(actor.userId, courseId)
}
