import { Entity } from 'electrodb'
import type { Table } from '../table.ts'

/** Which asset an object of the ingest bucket is: the key is the guard of one asset for one object. */
export const sourceEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'source', version: '1', service: 'lectern' },
      attributes: {
        sourceKey: { type: 'string', required: true },
        assetId: { type: 'string', required: true },
      },
      indexes: {
        byKey: {
          // S3 tells A.mp4 from a.mp4.
          pk: { field: 'pk', composite: ['sourceKey'], casing: 'none' },
          sk: { field: 'sk', composite: [] },
        },
      },
    },
    { table: table.name, client: table.client },
  )

/**
 * Which assets have some content: within a course by ETag and size, which depend on the way of uploading
 * too, and over all courses by the SHA-256 of the bytes.
 */
export const contentEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'content', version: '1', service: 'lectern' },
      attributes: {
        /** A course, or `all`. */
        scope: { type: 'string', required: true },
        digest: { type: 'string', required: true },
        assetId: { type: 'string', required: true },
      },
      indexes: {
        byDigest: {
          pk: { field: 'pk', composite: ['scope', 'digest'] },
          sk: { field: 'sk', composite: ['assetId'] },
        },
      },
    },
    { table: table.name, client: table.client },
  )
