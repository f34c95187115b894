import type { CourseId } from '#contract/platform/ids'
import { requireRole } from '#core/access/site-role'
import type { Actor } from '#core/platform/actor'
import type { LearningRepository } from '#core/progress/ports'

/** Leaves a course; to leave one twice is no error. What was done in it is kept for a return. */
export async function unenrol(
  { learning }: { readonly learning: Pick<LearningRepository, 'deleteEnrolment'> },
  { actor, courseId }: { readonly actor: Actor; readonly courseId: CourseId },
): Promise<void> {
  requireRole(actor, 'learner')
  await learning.deleteEnrolment(actor.userId, courseId)
}
