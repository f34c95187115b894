import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { openTable, type Table } from '#adapters/dynamo/table'
import type { CourseId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { draftOf } from '#test/support/course'
import { startTable } from '#test/support/dynamo'
import { cameIn } from '#test/support/membership'
import { startProjector } from '#test/support/projector'

const PEOPLE = 5000
const AT_ONCE = 40

let engine: Awaited<ReturnType<typeof startTable>>
let table: Table
beforeAll(async () => {
  engine = await startTable({ streamed: true })
  table = openTable(engine.name)
}, 60_000)
afterAll(() => engine?.close())

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
  const enrolments = createEnrolmentRepository(engineItself)
  const course = draftOf('everybody')
  await courses.create(course)
  const count = async () => (await courses.get(course.id))?.enrolmentCount
  const projector = await startProjector(engine)

  await inTurns(PEOPLE, (n) => enrolments.create(enrolmentOf(course.id, `person-${n}`)))
  await vi.waitFor(async () => expect(await count()).toBe(PEOPLE), {
    // On a machine that does other things, too.
    timeout: 60_000,
    interval: 100,
  })

  const lessonId = newId('les', new Date())
  await inTurns(50, (n) =>
    enrolments.touch(`person-${n}`, course.id, { lessonId, at: new Date().toISOString() }),
  )
  await inTurns(100, (n) => enrolments.delete(`person-${n}`, course.id))
  await vi.waitFor(async () => expect(await count()).toBe(PEOPLE - 100), 15_000)
  await projector.close()
  expect(projector.records()).toBe(PEOPLE + 100)
}, 180_000)

it('mends by a recount what the stream lost: people, their leaving, and a count that somebody changed', async () => {
  const courses = createCourseRepository(table)
  const enrolments = createEnrolmentRepository(table)
  const counter = createEnrolmentCounter(table)
  const course = draftOf('recounted')
  await courses.create(course)
  const count = async () => (await courses.get(course.id))?.enrolmentCount
  for (const name of ['ann', 'bob', 'cid', 'dot'])
    await enrolments.create(enrolmentOf(course.id, name))
  await counter.apply(
    course.id,
    ['ann', 'bob', 'eve'].map((who) => cameIn(who)),
  )
  expect(await count()).toBe(3)

  expect(await counter.recount(course.id)).toBe(3)
  expect(await count()).toBe(4)
  expect(await counter.recount(course.id)).toBe(0)
})
