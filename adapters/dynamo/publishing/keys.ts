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

/** When a course's draft is published by itself: one time at most. */
export const scheduleKeys = {
  model: { entity: 'scheduledpublishing', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: { pk: { field: 'pk', composite: ['courseId'] }, sk: { field: 'sk', composite: [] } },
    due: {
      index: 'gsi2',
      condition: ({ waiting }: { readonly waiting?: unknown }) => waiting === 'yes',
      pk: { field: 'gsi2pk', composite: ['waiting'] },
      sk: { field: 'gsi2sk', composite: ['at', 'courseId'] },
    },
  },
} as const satisfies Declared
