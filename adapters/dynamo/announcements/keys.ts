import type { Declared } from '#adapters/dynamo/plain-keys'

/** What a course's teachers announce. */
export const announcementKeys = {
  model: { entity: 'announcement', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: ['id'] },
    },
    byTime: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['courseId', 'shelf'] },
      sk: { field: 'gsi1sk', composite: ['publishAt', 'id'] },
    },
    byAuthor: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['authorId'] },
      sk: { field: 'gsi2sk', composite: ['id'] },
    },
  },
} as const satisfies Declared

/** Until when somebody has seen them. */
export const seenMarkKeys = {
  model: { entity: 'seenmark', version: '1', service: 'lectern' },
  indexes: {
    ofPerson: {
      pk: { field: 'pk', composite: ['userId'] },
      sk: { field: 'sk', composite: ['courseId'] },
    },
  },
} as const satisfies Declared
