import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { createLearningRepository } from '#adapters/dynamo/progress/repository'
import { openTable, type Table } from '#adapters/dynamo/table'
import type { CourseId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { parseFilter } from '#local/dynamo/stream-filter'
import { startStreamMapping } from '#local/dynamo/stream-mapping'
import { testApp } from '#test/support/app'
import { draftOf } from '#test/support/course'
import { startTable } from '#test/support/dynamo'

const PEOPLE = 5000
const AT_ONCE = 40

let engine: Awaited<ReturnType<typeof startTable>>
let table: Table
let folder: string
let handler: Awaited<typeof import('#functions/projector/index')>['handler']
beforeAll(async () => {
  engine = await startTable({ streamed: true })
  table = openTable(engine.name)
  folder = await mkdtemp(join(tmpdir(), 'lectern-stream-'))
  handler = (await import('#functions/projector/index')).handler
}, 60_000)
afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The filters of the stack's own mapping. */
const stackFilters = () => {
  const { app, data } = testApp()
  app.synth()
  const [mapping] = Object.values(
    Template.fromStack(data).findResources('AWS::Lambda::EventSourceMapping'),
  )
  return mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
    parseFilter(Pattern),
  )
}

/** The projector behind the table's stream; each batch comes twice, as it may. */
const project = () => {
  let records = 0
  const mapping = startStreamMapping({
    client: new DynamoDBStreamsClient({ endpoint: engine.url }),
    streamArn: engine.streamArn ?? '',
    checkpointFile: join(folder, 'checkpoints.json'),
    filters: stackFilters(),
    batchSize: 500,
    pollMilliseconds: 20,
    deliver: async (event) => {
      records += event.Records.length
      await handler(event as Parameters<typeof handler>[0])
      const { batchItemFailures } = await handler(event as Parameters<typeof handler>[0])
      return { batchItemFailures: batchItemFailures.map((failure) => ({ ...failure })) }
    },
    deadLetter: (_, error) => {
      throw error
    },
  })
  return { ...mapping, records: () => records }
}

const inTurns = async (count: number, act: (n: number) => Promise<unknown>) => {
  let next = 0
  const work = async () => {
    while (next < count) await act(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

const enrolmentOf = (courseId: CourseId, userId: string) => ({
  id: newId('enr', new Date()),
  courseId,
  userId,
  enrolledAt: new Date().toISOString(),
  completedLessons: 0,
  countedVersion: null,
  lastLessonId: null,
  lastActiveAt: null,
})

it('counts five thousand who enrol into one course at once, within seconds, and nothing of their heartbeats', async () => {
  const courses = createCourseRepository(table)
  // Past the double, which copies each write to what it serves late.
  const engineItself = openTable(engine.name, new DynamoDBClient({ endpoint: engine.url }))
  const learning = createLearningRepository(engineItself)
  const course = draftOf('everybody')
  await courses.create(course)
  const count = async () => (await courses.get(course.id))?.enrolmentCount
  const projector = project()

  await inTurns(PEOPLE, (n) => learning.createEnrolment(enrolmentOf(course.id, `person-${n}`)))
  await vi.waitFor(async () => expect(await count()).toBe(PEOPLE), {
    timeout: 15_000,
    interval: 100,
  })

  const lessonId = newId('les', new Date())
  await inTurns(50, (n) =>
    learning.touchEnrolment(`person-${n}`, course.id, { lessonId, at: new Date().toISOString() }),
  )
  await inTurns(100, (n) => learning.deleteEnrolment(`person-${n}`, course.id))
  await vi.waitFor(async () => expect(await count()).toBe(PEOPLE - 100), 15_000)
  await projector.close()
  expect(projector.records()).toBe(PEOPLE + 100)
}, 180_000)

it('mends by a recount what the stream lost: people, their leaving, and a count that somebody changed', async () => {
  const courses = createCourseRepository(table)
  const learning = createLearningRepository(table)
  const counter = createEnrolmentCounter(table)
  const course = draftOf('recounted')
  await courses.create(course)
  const count = async () => (await courses.get(course.id))?.enrolmentCount
  for (const name of ['ann', 'bob', 'cid', 'dot'])
    await learning.createEnrolment(enrolmentOf(course.id, name))
  await counter.apply(
    course.id,
    new Map([
      ['ann', true],
      ['bob', true],
      ['eve', true],
    ]),
  )
  expect(await count()).toBe(3)

  expect(await counter.recount(course.id)).toBe(3)
  expect(await count()).toBe(4)
  expect(await counter.recount(course.id)).toBe(0)
})
