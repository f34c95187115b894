import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { earlierEnrolmentEntity } from '#adapters/dynamo/enrolments/entity'
import { createLearnerReader } from '#adapters/dynamo/enrolments/learner-reader'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { openTable, type Table } from '#adapters/dynamo/table'
import type { CourseId } from '#contract/platform/ids'
import type { MembershipChange } from '#core/enrolments/ports'
import { newId } from '#core/platform/ids'
import { draftOf } from '#test/support/course'
import { startTable } from '#test/support/dynamo'
import { cameIn } from '#test/support/membership'
import { startProjector } from '#test/support/projector'

const now = new Date('2026-11-24T10:00:00.000Z')
const at = now.toISOString()
const lessonId = newId('les', now)

let engine: Awaited<ReturnType<typeof startTable>>
let table: Table
let courseId: CourseId
let slugs = 0
beforeAll(async () => {
  engine = await startTable({ streamed: true })
  table = openTable(engine.name, new DynamoDBClient({ endpoint: engine.url }))
})
afterAll(() => engine?.close())
beforeEach(async () => {
  const course = draftOf(`earlier-${++slugs}`)
  await createCourseRepository(table).create(course)
  courseId = course.id
})

/** As an earlier version of Lectern wrote it. */
const enrolledEarlier = async (userId: string) => {
  const enrolment = { id: newId('enr', now), courseId, userId, enrolledAt: at }
  await earlierEnrolmentEntity(table)
    .create({ ...enrolment, completedLessons: 1, countedVersion: 2, activeAt: at })
    .go()
  return enrolment
}
const enrol = (userId: string) =>
  createEnrolmentRepository(table).create({
    ...{ id: newId('enr', now), courseId, userId, enrolledAt: at, completedLessons: 0 },
    ...{ countedVersion: null, lastLessonId: null, lastActiveAt: null },
  })
const leave = (userId: string) => createEnrolmentRepository(table).delete(userId, courseId)
const open = (userId: string) => createLearnerReader(table).inCourse(userId, courseId)

const marks = async () => {
  const { Items = [] } = await table.client.send(
    new ScanCommand({ TableName: table.name, ConsistentRead: true }),
  )
  return Items.filter((item) => item.__edb_e__ === 'movedenrolment' && item.courseId === courseId)
}
/** As the table does, some time after they end. */
const sweepMarks = async () => {
  for (const { pk, sk } of await marks())
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }))
}

it('finds an enrolment of an earlier version, by whatever read, with the progress beside it', async () => {
  const progress = {
    ...{ lessonId, positionSeconds: 3, watched: [], completed: true, updatedAt: at },
  }
  const reads = {
    ann: async () => (await open('ann')).enrolment,
    bob: async () =>
      (await createLearnerReader(table).atLesson('bob', courseId, lessonId)).enrolment,
    cid: () => createEnrolmentRepository(table).get('cid', courseId),
  }
  for (const [userId, read] of Object.entries(reads)) {
    const enrolment = await enrolledEarlier(userId)
    await createProgressRepository(table).save(userId, courseId, progress, null)
    const whole = { ...enrolment, completedLessons: 1, countedVersion: 2 }
    expect(await read()).toMatchObject(whole)
    expect(await open(userId)).toMatchObject({ enrolment: whole, progress: [progress] })
    const { items } = await createEnrolmentRepository(table).listOf(userId, { limit: 10 })
    expect(items).toMatchObject([whole])
  }
  expect(await marks()).toHaveLength(3)
})

it('moves it once, however many ask at the same moment', async () => {
  const { id } = await enrolledEarlier('many')
  const found = await Promise.all(Array.from({ length: 8 }, () => open('many')))
  expect(found.map(({ enrolment }) => enrolment?.id)).toEqual(found.map(() => id))
})

it('lists a course once while the index shows it at both places, and leaves it at both', async () => {
  await enrolledEarlier('twice')
  await enrol('twice')
  const { items } = await createEnrolmentRepository(table).listOf('twice', { limit: 10 })
  expect(items.map((item) => item.courseId)).toEqual([courseId])
  await leave('twice')
  expect((await open('twice')).enrolment).toBeNull()
})

it('goes on page by page through enrolments of both', async () => {
  await enrolledEarlier('pages')
  const another = draftOf('another')
  await createEnrolmentRepository(table).create({
    ...{ id: newId('enr', now), courseId: another.id, userId: 'pages', enrolledAt: at },
    ...{ completedLessons: 0, countedVersion: null, lastLessonId: null, lastActiveAt: null },
  })
  const listed: string[] = []
  let cursor: string | undefined
  do {
    const page = await createEnrolmentRepository(table).listOf('pages', { limit: 1, cursor })
    listed.push(...page.items.map((item) => item.courseId))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(listed.sort()).toEqual([courseId, another.id].sort())
})

it('is found by the recount where it was, and counted', async () => {
  await enrolledEarlier('lost')
  expect(await createEnrolmentCounter(table).recount(courseId)).toBe(1)
  expect((await createCourseRepository(table).get(courseId))?.enrolmentCount).toBe(1)
})

it('is counted right, moved or left or back, in whatever order the stream tells of its partitions', async () => {
  const lives: Record<string, () => Promise<unknown>> = {
    stays: async () => undefined,
    moves: () => open('moves'),
    leaves: () => leave('leaves'),
    returns: async () => {
      await leave('returns')
      await enrol('returns')
    },
    movesAndLeaves: async () => {
      await open('movesAndLeaves')
      await leave('movesAndLeaves')
    },
    movesAndReturns: async () => {
      await open('movesAndReturns')
      await leave('movesAndReturns')
      await enrol('movesAndReturns')
    },
  }
  const everybody = Object.keys(lives)
  const counted: MembershipChange[] = []
  for (const who of everybody) counted.push(cameIn(who, (await enrolledEarlier(who)).id))
  await createEnrolmentCounter(table).apply(courseId, counted)
  for (const live of Object.values(lives)) await live()
  await sweepMarks()

  const told: DynamoDBRecord[] = []
  const projector = await startProjector(engine, {
    arrange: (records) => {
      const some = records.filter((record) => courseOf(record) === courseId && !isEarlier(record))
      told.push(...some)
      return Object.values(Object.groupBy(some, partitionOf))
        .reverse()
        .flatMap((records = []) => records)
    },
  })
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0), 10_000)
  await projector.close()
  const { enrolmentCount } = (await createCourseRepository(table).get(courseId)) ?? {}
  expect(enrolmentCount).toBe(4)
  // So no order of partitions can be wrong: of one person one partition tells.
  expect(new Set(told.map(partitionOf)).size).toBe(everybody.length - 1)
})

const courseOf = ({ dynamodb: { NewImage, OldImage } = {} }: DynamoDBRecord) =>
  (NewImage ?? OldImage)?.courseId?.S
/** That earlier versions wrote it was told while they ran. */
const isEarlier = ({ eventName, dynamodb }: DynamoDBRecord) =>
  eventName === 'INSERT' && dynamodb?.Keys?.sk?.S?.includes('#courseid_')
const partitionOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.Keys?.pk?.S ?? ''
