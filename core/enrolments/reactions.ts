import { z } from 'zod'
import { reaction } from '#core/platform/reactions'
import type { EnrolmentCounter, RosterIndex } from './ports.ts'

/** Keeps the number of people in each course; a heartbeat, which changes an enrolment, is none of its business. */
export const countEnrolments = ({ counter }: { counter: Pick<EnrolmentCounter, 'apply'> }) =>
  reaction({
    entity: 'enrolment',
    on: ['created', 'removed'],
    item: z.object({ id: z.string(), courseId: z.string(), userId: z.string() }),
    by: ({ courseId }) => courseId,
    apply: (courseId, changes) =>
      counter.apply(
        courseId,
        changes.map(({ item: { id, userId }, kind }) => ({
          userId,
          enrolmentId: id,
          isEnrolled: kind === 'created',
        })),
      ),
  })

/** Keeps a course's learners where they are found by name and address. */
export const listLearners = ({ roster }: { roster: Pick<RosterIndex, 'apply'> }) =>
  reaction({
    entity: 'enrolment',
    on: ['created', 'removed'],
    item: z.object({
      courseId: z.string(),
      userId: z.string(),
      name: z.string().default(''),
      address: z.string().default(''),
    }),
    by: ({ courseId }) => courseId,
    apply: (courseId, changes) =>
      roster.apply(
        courseId,
        changes.map(({ item: { userId, name, address }, kind }) => ({
          ...{ userId, name, address, isEnrolled: kind === 'created' },
        })),
      ),
  })
