/** The one table's keys and indexes, as the entities use them. All are strings. */
export const tableSchema = {
  key: { partition: 'pk', sort: 'sk' },
  indexes: {
    gsi1: { partition: 'gsi1pk', sort: 'gsi1sk' },
    gsi2: { partition: 'gsi2pk', sort: 'gsi2sk' },
    gsi3: { partition: 'gsi3pk', sort: 'gsi3sk' },
  },
  timeToLive: 'expiresAt',
} as const
