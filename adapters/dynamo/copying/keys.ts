import type { Declared } from '#adapters/dynamo/plain-keys'

export const copyingKeys = {
  model: { entity: 'copying', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: [] },
    },
  },
} as const satisfies Declared
