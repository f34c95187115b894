import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { changedIndexes } from '#lib/data/changed-indexes'
import { tableSchema } from '#lib/data/table-schema'

const file = resolve(import.meta.dirname, '../../lib/data/released-indexes.json')
const released = z
  .record(z.string(), z.object({ key: z.array(z.string()), projected: z.array(z.string()) }))
  .parse(JSON.parse(readFileSync(file, 'utf8')))

test('a release changes one index of the table at most, since DynamoDB makes or drops one at a time', () => {
  expect(changedIndexes(released, tableSchema.indexes).length).toBeLessThanOrEqual(1)
})

const index = { partition: 'a', sort: 'b', projected: ['id'] }
const asReleased = { key: ['a', 'b'], projected: ['id'] }

test('the guard counts what was added, dropped, keyed anew or projected anew', () => {
  const before = { one: asReleased, two: asReleased }
  expect(changedIndexes(before, { one: index, two: index })).toEqual([])
  expect(changedIndexes(before, { one: index, two: index, three: index, four: index })).toEqual([
    'three',
    'four',
  ])
  expect(changedIndexes(before, {})).toEqual(['one', 'two'])
  const wider = { ...index, projected: ['id', 'card'] }
  expect(changedIndexes(before, { one: wider, two: { ...index, sort: 'c' } })).toEqual([
    'one',
    'two',
  ])
})
