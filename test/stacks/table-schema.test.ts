import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTable } from '#adapters/dynamo/table'
import { tableSchema } from '#lib/data/table-schema'
import { everyEntity } from '#test/support/entities'

const table = openTable('lectern-test', new DynamoDBClient({ region: 'us-east-1' }))

const Field = z.object({ field: z.string() })
/** What ElectroDB made of an entity's indexes; the table's own has no name. */
const Indexes = z.record(
  z.string(),
  z.object({
    index: z.string().default(''),
    pk: Field.extend({ facets: z.array(z.string()) }),
    sk: Field.optional(),
  }),
)

const entities = (await everyEntity(table)).map(({ name, entity }) => ({
  name,
  indexes: Object.values(Indexes.parse(entity.schema.indexes)),
  attributes: Object.keys(entity.schema.attributes),
}))

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

/** Each with what makes one partition enough for all of a course's people. */
const ALL_PEOPLE_OF_A_COURSE: Readonly<Record<string, string[]>> = {
  // Written by who enrols or leaves, and of what they do there once an hour; the rates are in docs/access-patterns.md.
  enrolmentEntity: ['gsi2', 'gsi3'],
  earlierEnrolmentEntity: ['gsi2', 'gsi3'],
  rosterEntryEntity: [''],
  // Of its teachers alone, of whom there are few: who they are, who has the editor open, and one time to publish at.
  editorEntity: [''],
  membershipEntity: [''],
  scheduleEntity: ['', 'gsi2'],
}

test('what people do lies by person, or in parts: in no partition that grows with all of a course', () => {
  const personal = entities.filter(({ attributes }) => attributes.includes('userId'))
  expect(personal.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['progressEntity', 'enrolmentEntity', 'memberEntity']),
  )
  const crowded = personal.flatMap(({ name, indexes }) => {
    const wide = indexes.filter(
      ({ pk }) => !pk.facets.includes('userId') && !pk.facets.includes('part'),
    )
    return wide.length > 0 ? [[name, wide.map(({ index }) => index)]] : []
  })
  expect(Object.fromEntries(crowded)).toEqual(ALL_PEOPLE_OF_A_COURSE)
})

test('progress lies by learner and course', () => {
  const { indexes = [] } = entities.find(({ name }) => name === 'progressEntity') ?? {}
  expect(indexes.map(({ pk }) => pk.facets)).toEqual([['userId', 'courseId']])
})
