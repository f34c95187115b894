import type { Declared } from '#adapters/dynamo/plain-keys'

/** What somebody is in a course beside its owner. */
export const membershipKeys = {
  model: { entity: 'membership', version: '1', service: 'lectern' },
  indexes: {
    inCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: ['userId'] },
    },
    ofPerson: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['userId'] },
      sk: { field: 'gsi1sk', composite: ['addedAt'] },
    },
  },
} as const satisfies Declared
