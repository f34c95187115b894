import { createHash } from 'node:crypto'
import type { Declared } from '#adapters/dynamo/plain-keys'

const model = { entity: 'enrolment', version: '1', service: 'lectern' } as const

const lists = {
  lastActive: {
    index: 'gsi1',
    pk: { field: 'gsi1pk', composite: ['userId'] },
    sk: { field: 'gsi1sk', composite: ['activeAt'] },
  },
  /** For the recount alone. None of it changes, so activity costs it nothing. */
  ofCourse: {
    index: 'gsi2',
    pk: { field: 'gsi2pk', composite: ['courseId'] },
    sk: { field: 'gsi2sk', composite: ['userId'] },
  },
  /** For the roster, last active last. An hour's activity costs it one change. */
  activeIn: {
    index: 'gsi3',
    pk: { field: 'gsi3pk', composite: ['courseId'] },
    sk: { field: 'gsi3sk', composite: ['activeHour'] },
  },
} as const

/** It lies in one partition with the learner's progress in the course, which is read with it. */
export const enrolmentKeys = {
  model,
  indexes: {
    inCourse: {
      pk: { field: 'pk', composite: ['userId', 'courseId'] },
      sk: { field: 'sk', composite: [] },
    },
    ...lists,
  },
} as const satisfies Declared

/** The same where earlier versions wrote it: beside the learner's other enrolments. */
export const earlierEnrolmentKeys = {
  model,
  indexes: {
    ofUser: {
      pk: { field: 'pk', composite: ['userId'] },
      sk: { field: 'sk', composite: ['courseId'] },
    },
    ...lists,
  },
} as const satisfies Declared

/** How many are enrolled in a course. */
export const enrolmentCountKeys = {
  model: { entity: 'enrolmentcount', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: [] },
    },
  },
} as const satisfies Declared

/** That somebody was counted. */
export const memberKeys = {
  model: { entity: 'member', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId', 'part'] },
      sk: { field: 'sk', composite: ['userId'] },
    },
  },
} as const satisfies Declared

/** Of a course's members. Two write units each: eight parts take 4,000 enrolments a second. */
export const PARTS = 8

export const memberOf = (courseId: string, userId: string) => ({
  courseId,
  userId,
  part: (createHash('sha256').update(userId).digest()[0] ?? 0) % PARTS,
})

const MINUTE = 60_000
const HOUR = 3_600_000

/**
 * When the hour of an instant began, by which the roster is in order. Everybody's hours begin at a minute of their own, so
 * that a full course does not move on all at once.
 */
export function hourOf(instant: string, userId: string): string {
  const own = ((createHash('sha256').update(userId).digest()[1] ?? 0) % 60) * MINUTE
  const began = Math.floor((Date.parse(instant) - own) / HOUR) * HOUR + own
  return new Date(began).toISOString().slice(0, 16)
}
