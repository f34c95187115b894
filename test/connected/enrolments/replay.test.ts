import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { openTable, type Table } from '#adapters/dynamo/table'
import type { CourseId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { draftOf } from '#test/support/course'
import { startTable } from '#test/support/dynamo'
import { startProjector } from '#test/support/projector'

let engine: Awaited<ReturnType<typeof startTable>>
let table: Table
beforeAll(async () => {
  engine = await startTable({ streamed: true })
  table = openTable(engine.name, new DynamoDBClient({ endpoint: engine.url }))
}, 60_000)
afterAll(() => engine?.close())

/** Everything that is stored, by its key. */
const everything = async () => {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }))
  return Object.fromEntries(Items.map((item) => [`${item.pk} ${item.sk}`, item]))
}

/** Works the stream off from its very start. */
const projectAll = async (records: number, batchSize: number) => {
  const projector = await startProjector(engine, { batchSize })
  await vi.waitFor(() => expect(projector.records()).toBe(records), {
    timeout: 20_000,
    interval: 50,
  })
  await projector.close()
}

it('ends with the same, however often the whole stream is told again from its start', async () => {
  const courses = createCourseRepository(table)
  const enrolments = createEnrolmentRepository(table)
  const [full, left] = [draftOf('full'), draftOf('left')]
  for (const course of [full, left]) await courses.create(course)
  let records = 0
  const enrol = async (courseId: CourseId, userId: string) => {
    records += 1
    await enrolments.create({
      id: newId('enr', new Date()),
      courseId,
      userId,
      enrolledAt: new Date().toISOString(),
      completedLessons: 0,
      countedVersion: null,
      lastLessonId: null,
      lastActiveAt: null,
    })
  }
  const leave = async (courseId: CourseId, userId: string) => {
    records += 1
    await enrolments.delete(userId, courseId)
  }
  for (let n = 0; n < 30; n++) {
    for (const course of [full, left]) await enrol(course.id, `person-${n}`)
    if (n % 3 === 0) await leave(full.id, `person-${n}`)
    if (n % 6 === 0) await enrol(full.id, `person-${n}`)
    await enrolments.touch(`person-${n}`, full.id, {
      lessonId: newId('les', new Date()),
      at: new Date().toISOString(),
    })
  }
  for (let n = 1; n < 30; n++) await leave(left.id, `person-${n}`)

  await projectAll(records, 500)
  const counts = async () => [
    (await courses.get(full.id))?.enrolmentCount,
    (await courses.get(left.id))?.enrolmentCount,
  ]
  expect(await counts()).toEqual([25, 1])
  const before = await everything()

  // In batches with other borders: somebody's coming and going lie in one of them, or in two.
  for (const batchSize of [7, 64]) {
    await projectAll(records, batchSize)
    expect(await counts()).toEqual([25, 1])
    expect(await everything()).toEqual(before)
  }
}, 90_000)
