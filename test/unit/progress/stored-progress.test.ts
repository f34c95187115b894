import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { enrolmentEntity } from '#adapters/dynamo/enrolments/entity'
import { progressEntity } from '#adapters/dynamo/progress/entity'
import { progressOf } from '#adapters/dynamo/progress/stored'
import { openTable } from '#adapters/dynamo/table'
import { LessonProgress } from '#contract/progress/progress'
import { newId } from '#core/platform/ids'

const table = openTable('lectern-test', new DynamoDBClient({ region: 'us-east-1' }))
const progresses = progressEntity(table)
const enrolments = enrolmentEntity(table)
const now = new Date('2026-01-01T00:00:00Z')
const of = { userId: 'enid', courseId: newId('crs', now) }

const progress = fc.record({
  lessonId: fc.nat().map((n) => newId('les', new Date(n))),
  positionSeconds: fc.double({ min: 0, max: 86_400, noNaN: true }),
  watched: fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { maxLength: 3 }),
  completed: fc.boolean(),
  updatedAt: fc.constant(now.toISOString()),
  revision: fc.nat(),
})
const itemOf = (params: { Item: Record<string, unknown> }) => params.Item

it('reads of a partition’s items what ElectroDB reads of them', () => {
  const enrolment = itemOf(
    enrolments
      .put({
        ...of,
        id: newId('enr', now),
        enrolledAt: now.toISOString(),
        activeAt: now.toISOString(),
      })
      .params(),
  )
  fc.assert(
    fc.property(fc.array(progress, { maxLength: 5 }), (all) => {
      const Items = [
        enrolment,
        ...all.map((one) => itemOf(progresses.put({ ...of, ...one }).params())),
      ]
      const found = progressOf({ Items })
      expect(found).toEqual(
        progresses.parse({ Items }).data.map((item) => LessonProgress.parse(item)),
      )
      expect(found).toHaveLength(all.length)
    }),
  )
})

it('refuses an item of progress that is none', () => {
  const item = itemOf(
    progresses
      .put({
        ...of,
        lessonId: newId('les', now),
        positionSeconds: 1,
        completed: true,
        updatedAt: now.toISOString(),
      })
      .params(),
  )
  expect(() => progressOf({ Items: [{ ...item, positionSeconds: 'far' }] })).toThrow(
    'positionSeconds',
  )
})
