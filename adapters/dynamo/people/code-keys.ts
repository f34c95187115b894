import type { Declared } from '#adapters/dynamo/plain-keys'

/** All codes of a course lie together. */
export const codeKeys = {
  model: { entity: 'enrolmentcode', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: ['id'] },
    },
  },
} as const satisfies Declared

/** How often somebody tried codes in an hour, whatever course they were of. */
export const codeTriesKeys = {
  model: { entity: 'codetries', version: '1', service: 'lectern' },
  indexes: {
    ofPerson: {
      pk: { field: 'pk', composite: ['userId'] },
      sk: { field: 'sk', composite: ['hour'] },
    },
  },
} as const satisfies Declared
