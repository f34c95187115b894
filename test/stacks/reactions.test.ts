import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readChange } from '#adapters/dynamo/stream'
import { openTable } from '#adapters/dynamo/table'
import type { ChangeKind } from '#core/platform/reactions'
import { reactionsOf } from '#core/reactions'
import { parseFilter, passesFilters } from '#local/event-sources/stream-filter'
import { testApp } from '#test/support/app'
import { everyEntity } from '#test/support/entities'

const Mapping = z.object({
  Properties: z.object({
    FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
  }),
})

const { app, data } = testApp()
app.synth()
const mappings = Object.values(
  Template.fromStack(data).findResources('AWS::Lambda::EventSourceMapping'),
)
const filters = z
  .tuple([Mapping])
  .parse(mappings)[0]
  .Properties.FilterCriteria.Filters.map(({ Pattern }) => parseFilter(Pattern))

const reactions = reactionsOf({
  counter: { apply: async () => undefined },
  keepBursts: async () => undefined,
})

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

  test('the stream hands on what a reaction follows, and no more', () => {
    const passed = kinds.filter((kind) => passesFilters(filters, recordOf(entity, kind)))
    const followed = kinds.filter((kind) =>
      reactions.some((row) => row.entity === entity.name && row.on.includes(kind)),
    )
    expect(passed).toEqual(followed)
  })
})

test('every reaction follows an entity that there is', () => {
  const names = entities.map(({ name }) => name)
  for (const { entity } of reactions) expect(names).toContain(entity)
})

test('a mapping takes its filters: five at most', () => {
  expect(filters.length).toBeGreaterThan(0)
  expect(filters.length).toBeLessThanOrEqual(5)
})
