import type { Declared } from '#adapters/dynamo/plain-keys'

export const courseKeys = {
  model: { entity: 'course', version: '1', service: 'lectern' },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    byOwner: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['ownerId'] },
      sk: { field: 'gsi1sk', composite: ['createdAt'] },
    },
    inCatalogue: {
      index: 'gsi2',
      condition: ({ catalogue }: { readonly catalogue?: unknown }) => catalogue === 'all',
      pk: { field: 'gsi2pk', composite: ['catalogue'] },
      sk: { field: 'gsi2sk', composite: ['publishedAt'] },
    },
  },
} as const satisfies Declared

export const slugKeys = {
  model: { entity: 'slug', version: '1', service: 'lectern' },
  indexes: {
    bySlug: { pk: { field: 'pk', composite: ['slug'] }, sk: { field: 'sk', composite: [] } },
    ofSite: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['site'] },
      sk: { field: 'gsi1sk', composite: ['createdAt', 'slug'] },
    },
  },
} as const satisfies Declared

export const syllabusKeys = {
  model: { entity: 'syllabus', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: [] },
    },
  },
} as const satisfies Declared
