import type { Declared } from '#adapters/dynamo/plain-keys'

export const PROGRESS = 'progress'

/**
 * Its key comes behind those of lessons that have an item of their own, so a query reads it after them: of a lesson
 * that settles meanwhile it finds one or both, and never neither.
 */
export const SETTLED = 'settledprogress'

export const progressKeys = {
  model: { entity: PROGRESS, version: '1', service: 'lectern' },
  indexes: {
    ofUserInCourse: {
      pk: { field: 'pk', composite: ['userId', 'courseId'] },
      sk: { field: 'sk', composite: ['lessonId'] },
    },
  },
} as const satisfies Declared

export const settledProgressKeys = {
  model: { entity: SETTLED, version: '1', service: 'lectern' },
  indexes: {
    ofUserInCourse: {
      pk: { field: 'pk', composite: ['userId', 'courseId'] },
      sk: { field: 'sk', composite: [] },
    },
  },
} as const satisfies Declared
