import type { Declared } from '#adapters/dynamo/plain-keys'

/** What a course announced last. */
export const courseNewsKeys = {
  model: { entity: 'coursenews', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: [] },
    },
  },
} as const satisfies Declared
