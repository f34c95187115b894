import type { Declared } from '#adapters/dynamo/plain-keys'

/** Its own key alone, for who only reads it. */
export const assetKeys = {
  model: { entity: 'asset', version: '1', service: 'lectern' },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
  },
} as const satisfies Declared
