import { Entity } from 'electrodb'
import { perTable, type Table } from '#adapters/dynamo/table'

/** What the encodes of a month cost by estimate. */
export const monthSpendEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'monthspend', version: '1', service: 'lectern' },
        attributes: {
          /** `2026-11`. */
          month: { type: 'string', required: true },
          /** In hundredths of a cent, so that sums are exact. */
          spent: { type: 'number', required: true },
        },
        indexes: {
          byMonth: {
            pk: { field: 'pk', composite: ['month'] },
            sk: { field: 'sk', composite: [] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)

/** That an encode was counted: an attempt at a version is paid for once. */
export const encodeChargeEntity = perTable(
  (table: Table) =>
    new Entity(
      {
        model: { entity: 'encodecharge', version: '1', service: 'lectern' },
        attributes: {
          assetId: { type: 'string', required: true },
          version: { type: 'number', required: true },
          attempt: { type: 'number', required: true },
          month: { type: 'string', required: true },
          /** In hundredths of a cent. */
          amount: { type: 'number', required: true },
        },
        indexes: {
          byEncode: {
            pk: { field: 'pk', composite: ['assetId'] },
            sk: { field: 'sk', composite: ['version', 'attempt'] },
          },
        },
      },
      { table: table.name, client: table.client },
    ),
)
