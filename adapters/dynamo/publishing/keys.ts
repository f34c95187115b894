import type { Declared } from '#adapters/dynamo/plain-keys'

/** What was published of a course; `place` is its number in figures of one length. */
export const publicationKeys = {
  model: { entity: 'publication', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: ['place'] },
    },
  },
} as const satisfies Declared
