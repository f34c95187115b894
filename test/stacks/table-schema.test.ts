import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Entity } from 'electrodb'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTable } from '#adapters/dynamo/table'
import { tableSchema } from '#lib/data/table-schema'

const folder = resolve(import.meta.dirname, '../../adapters/dynamo/entities')
const table = openTable('lectern-test', new DynamoDBClient({ region: 'us-east-1' }))

const Field = z.object({ field: z.string() })
/** What ElectroDB made of an entity's indexes; the table's own has no name. */
const Indexes = z.record(
  z.string(),
  z.object({ index: z.string().default(''), pk: Field, sk: Field.optional() }),
)

/** Every entity of every file beside the others: a new one is checked without being named here. */
const entities = (
  await Promise.all(
    globSync('*.ts', { cwd: folder }).map(
      async (file): Promise<object> => import(`${folder}/${file}`),
    ),
  )
)
  .flatMap((module) => Object.entries(module))
  .flatMap(([name, make]) => {
    const entity: unknown = name.endsWith('Entity') && typeof make === 'function' && make(table)
    return entity instanceof Entity
      ? [{ name, indexes: Object.values(Indexes.parse(entity.schema.indexes)) }]
      : []
  })

const known: Readonly<Record<string, { partition: string; sort: string }>> = {
  '': tableSchema.key,
  ...Object.fromEntries(
    Object.entries(tableSchema.indexes).map(([name, { partition, sort }]) => [
      name,
      { partition, sort },
    ]),
  ),
}

test('there are entities to check', () => {
  expect(entities.length).toBeGreaterThan(4)
})

test.each(entities)('$name uses the keys and indexes that the table has', ({ indexes }) => {
  for (const { index, pk, sk } of indexes)
    expect({ partition: pk.field, sort: sk?.field }).toEqual(known[index])
})

test('every index of the table is used by an entity', () => {
  const used = new Set(entities.flatMap(({ indexes }) => indexes.map(({ index }) => index)))
  for (const index of Object.keys(tableSchema.indexes)) expect(used).toContain(index)
})
