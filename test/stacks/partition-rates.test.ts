import { readFileSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTable } from '#adapters/dynamo/table'
import { everyEntity } from '#test/support/entities'
import { LIMIT, loadOf, PARTITIONS, ratesInMarkdown } from '#test/support/partition-rates'

const DOC = 'docs/access-patterns.md'
const TABLE = /(?<=<!-- rates -->\n)[\s\S]*?(?=\n<!-- \/rates -->)/

describe.each(PARTITIONS)('$partition', ({ rate }) => {
  test.each([10_000, 100_000])('takes what %i users ask of it', (users) => {
    const { reads, writes } = rate(loadOf(users))
    expect(reads).toBeLessThan(LIMIT.reads)
    expect(writes).toBeLessThan(LIMIT.writes)
  })
})

test('every key of every entity is in it', async () => {
  const Parts = z.object({
    model: z.object({ entity: z.string() }),
    indexes: z.record(z.string(), z.object({ index: z.string().default('table') })),
  })
  const table = openTable('lectern-test', new DynamoDBClient({ region: 'us-east-1' }))
  const keys = (await everyEntity(table)).flatMap(({ entity: { schema } }) => {
    const { model, indexes } = Parts.parse(schema)
    return Object.values(indexes).map(({ index }) => `${model.entity} ${index}`)
  })
  const named = PARTITIONS.flatMap(({ holds }) => holds)
  expect(named.sort()).toEqual([...new Set(keys)].sort())
})

test('the documentation shows it; with `-u` this test writes it there', async () => {
  const text = readFileSync(DOC, 'utf8')
  expect(text).toMatch(TABLE)
  await expect(text.replace(TABLE, ratesInMarkdown())).toMatchFileSnapshot(`../../${DOC}`)
})
