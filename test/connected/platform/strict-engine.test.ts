import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { openTable, type Table } from '#adapters/dynamo/table'
import { newId } from '#core/platform/ids'
import { draftOf } from '#test/support/course'
import { startTable } from '#test/support/dynamo'

let engine: Awaited<ReturnType<typeof startTable>>
let table: Table
beforeAll(async () => {
  engine = await startTable()
  table = openTable(engine.name)
})
afterAll(() => engine?.close())

it('serves late what is read without asking for consistency, as AWS may', async () => {
  const Key = { pk: 'late', sk: 'late' }
  const read = async (ConsistentRead?: boolean) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key, ConsistentRead }),
    )
    return Item?.word
  }
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...Key, word: 'old' } }))
  expect(await read()).toBeUndefined()
  expect(await read(true)).toBe('old')
  await vi.waitFor(async () => expect(await read()).toBe('old'), 3000)
})

it('serves indexes late where a test says so', async () => {
  const count = async () => {
    const { Count } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :it',
        ExpressionAttributeValues: { ':it': 'shelf' },
      }),
    )
    return Count
  }
  engine.serveIndexesLate(true)
  const Item = { pk: 'indexed', sk: 'indexed', gsi1pk: 'shelf', gsi1sk: 'a' }
  await table.client.send(new PutCommand({ TableName: table.name, Item }))
  expect(await count()).toBe(0)
  await vi.waitFor(async () => expect(await count()).toBe(1), 3000)
  engine.serveIndexesLate(false)
})

it('loses no course of a long list, though the engine leaves keys unprocessed', async () => {
  const courses = createCourseRepository(table)
  const made = Array.from({ length: 60 }, (_, n) => draftOf(`long-${n}`))
  await Promise.all(made.map((course) => courses.create(course)))
  const { items } = await courses.listAll({ limit: 100 })
  expect(new Set(items.map(({ id }) => id))).toEqual(new Set(made.map(({ id }) => id)))
})

it('reads what was written a moment ago: a course, its slug, an enrolment and its end', async () => {
  const courses = createCourseRepository(table)
  const enrolments = createEnrolmentRepository(table)
  const course = draftOf('at-once')
  await courses.create(course)
  expect(await courses.get(course.id)).toEqual(course)
  expect(await courses.findByIdOrSlug('at-once')).toEqual(course)
  const enrolment = {
    id: newId('enr', new Date()),
    courseId: course.id,
    userId: 'lin',
    enrolledAt: course.createdAt,
    completedLessons: 0,
    countedVersion: null,
    lastLessonId: null,
    lastActiveAt: null,
  }
  await enrolments.create(enrolment)
  expect(await enrolments.get('lin', course.id)).toEqual(enrolment)
  await enrolments.delete('lin', course.id)
  expect(await enrolments.get('lin', course.id)).toBeNull()
})
