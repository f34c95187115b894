import { z } from 'zod'
import { CourseId } from '#contract/platform/ids'
import { recordRow } from './record-row.ts'

/** An enrolment is told from others of the same person in the same course by when it began. */
export const enrolmentRow = recordRow({
  entity: 'enrolment',
  on: ['created', 'changed', 'removed'],
  item: z.object({
    userId: z.string(),
    courseId: CourseId,
    enrolledAt: z.string(),
    countedVersion: z.number().optional(),
    completedAt: z.string().optional(),
  }),
  userId: ({ userId }) => userId,
  happened: ({ kind, item, before, at }) => {
    const { courseId: course, enrolledAt, completedAt, countedVersion: version } = item
    const key = Date.parse(enrolledAt)
    if (kind === 'removed') return [{ event: 'left', at, course, key }]
    return [
      ...(kind === 'created' ? [{ event: 'enrolled', at: key, course, key } as const] : []),
      ...(completedAt && version && !before?.completedAt
        ? [
            {
              event: 'course_completed',
              at: Date.parse(completedAt),
              course,
              key,
              version,
            } as const,
          ]
        : []),
    ]
  },
})
