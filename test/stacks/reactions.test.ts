import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readChange } from '#adapters/dynamo/stream'
import { openTable } from '#adapters/dynamo/table'
import type { ChangeKind } from '#core/platform/reactions'
import { reactionsOf } from '#core/reactions'
import { recorded } from '#core/reports/recorded-events-of'
import { parseFilter, passesFilters } from '#local/event-sources/stream-filter'
import { testApp } from '#test/support/app'
import { everyEntity } from '#test/support/entities'

const Mapping = z.object({
  Properties: z.object({
    FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
  }),
})

const { app, data, reports } = testApp()
app.synth()
/** Of the stack's one reader of the stream. */
const filtersOf = (stack: Stack) =>
  z
    .tuple([Mapping])
    .parse(
      Object.values(
        Template.fromStack(stack).findResources('AWS::Lambda::EventSourceMapping'),
      ).filter(({ Properties }) => Properties.StartingPosition),
    )[0]
    .Properties.FilterCriteria.Filters.map(({ Pattern }) => parseFilter(Pattern))

/** Each reader, and the registry that says what it follows. */
const readers = {
  projector: {
    filters: filtersOf(data),
    rows: reactionsOf({
      counter: { apply: async () => undefined },
      roster: { apply: async () => undefined },
      keepBursts: async () => undefined,
      keepNews: async () => undefined,
    }),
  },
  exporter: { filters: filtersOf(reports), rows: recorded },
}

const table = openTable('lectern-test', new DynamoDBClient({ region: 'us-east-1' }))
const Parts = z.object({
  model: z.object({ entity: z.string() }),
  identifiers: z.object({ entity: z.string() }),
})
/** The entities by their names, and where ElectroDB writes them. */
const entities = (await everyEntity(table)).map(({ entity }) => {
  const { model, identifiers } = Parts.parse(entity)
  return { name: model.entity, field: identifiers.entity }
})

const EVENTS = { created: 'INSERT', changed: 'MODIFY', removed: 'REMOVE' } as const
const recordOf = ({ name, field }: (typeof entities)[number], kind: ChangeKind) => {
  const image = { pk: { S: '$lectern#x' }, sk: { S: `$${name}_1` }, [field]: { S: name } }
  return {
    eventName: EVENTS[kind],
    dynamodb: {
      SequenceNumber: '1',
      ...(kind !== 'removed' && { NewImage: image }),
      ...(kind !== 'created' && { OldImage: image }),
    },
  }
}
const kinds = Object.keys(EVENTS) as ChangeKind[]

describe.each(entities)('of $name', (entity) => {
  test('the projector reads each change as what it is', () => {
    for (const kind of kinds)
      expect(readChange(recordOf(entity, kind))).toMatchObject({ entity: entity.name, kind })
  })

  test.each(Object.entries(readers))(
    'the stream hands on to the %s what its registry follows, and no more',
    (_, { filters, rows }) => {
      const passed = kinds.filter((kind) => passesFilters(filters, recordOf(entity, kind)))
      const followed = kinds.filter((kind) =>
        rows.some((row) => row.entity === entity.name && row.on.includes(kind)),
      )
      expect(passed).toEqual(followed)
    },
  )
})

describe.each(Object.entries(readers))('the %s', (_, { filters, rows }) => {
  test('follows entities that there are', () => {
    const names = entities.map(({ name }) => name)
    for (const { entity } of rows) expect(names).toContain(entity)
  })

  test('has as many filters as a mapping takes: five at most', () => {
    expect(filters.length).toBeGreaterThan(0)
    expect(filters.length).toBeLessThanOrEqual(5)
  })
})

test('two read the stream, which is all that a shard takes', () => {
  const mappings = app.node
    .findAll()
    .filter((it) => it instanceof CfnEventSourceMapping && it.startingPosition !== undefined)
  expect(mappings).toHaveLength(Object.keys(readers).length)
})
