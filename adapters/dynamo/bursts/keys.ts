import type { Declared } from '#adapters/dynamo/plain-keys'

/** When many of a course’s members will come. Its `id` is the time, since indexes hold ids. */
export const burstKeys = {
  model: { entity: 'burst', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: ['kind', 'id'] },
    },
    ofDay: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['kind', 'day'] },
      sk: { field: 'gsi2sk', composite: ['id', 'courseId'] },
    },
  },
} as const satisfies Declared
