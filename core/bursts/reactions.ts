import { z } from 'zod'
import { reaction } from '#core/platform/reactions'

/** Follows what courses publish. What is told may be older than what stands there, so that is read anew. */
export const followPublications = ({
  keepBursts,
}: {
  keepBursts: (input: { courseId: string }) => Promise<void>
}) =>
  reaction({
    entity: 'syllabus',
    on: ['created', 'changed', 'removed'],
    item: z.object({ courseId: z.string() }),
    by: ({ courseId }) => courseId,
    apply: (courseId) => keepBursts({ courseId }),
  })
