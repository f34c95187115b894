import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSyllabusReader } from '#adapters/cache/syllabus-cache'
import { readLessons, syllabusEntity, writeLessons } from '#adapters/dynamo/courses/syllabus-entity'
import { createSyllabusRepository } from '#adapters/dynamo/courses/syllabus-repository'
import { createLearnerReader } from '#adapters/dynamo/enrolments/learner-reader'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { openTable } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'
import { newId } from '#core/platform/ids'
import { recordProgress } from '#core/progress/record-progress'
import { startTable } from '#test/support/dynamo'

const LESSONS = 3000
const MAX_ITEM_BYTES = 400 * 1024
const now = new Date('2026-11-24T10:00:00.000Z')
const courseId = newId('crs', now)
const lessons = Array.from(
  { length: LESSONS },
  (): SyllabusLesson => ({
    kind: 'video',
    id: newId('les', now),
    assetId: newId('ast', now),
    durationSeconds: 3723.456789,
    completionShare: 0.85,
  }),
)
const actor = { userId: 'lin', name: 'Lin', roles: ['learner'] as const }

let engine: Awaited<ReturnType<typeof startTable>>
beforeAll(async () => {
  engine = await startTable()
})
afterAll(() => engine?.close())

const open = async () => {
  const calls: string[] = []
  // Past the double, which leaves a part of each batch for another request.
  const client = new DynamoDBClient({ endpoint: engine.url })
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        calls.push(String(commandName))
        return next(args)
      },
    { step: 'initialize' },
  )
  const table = openTable(engine.name, client)
  const entity = syllabusEntity(table)
  await entity.put({ courseId, version: 1, lessons: writeLessons(lessons) }).go()
  const enrolments = createEnrolmentRepository(table)
  const progress = createProgressRepository(table)
  await enrolments.create({
    id: newId('enr', now),
    courseId,
    userId: actor.userId,
    enrolledAt: now.toISOString(),
    completedLessons: 0,
    countedVersion: null,
    lastLessonId: null,
    lastActiveAt: null,
  })
  const syllabus = createSyllabusReader({
    readSyllabus: createSyllabusRepository(table).get,
    readAsset: createAssetRepository(table).get,
  })
  return {
    calls,
    table,
    entity,
    deps: {
      learner: createLearnerReader(table),
      enrolments,
      progress,
      syllabus,
      clock: { now: () => now },
    },
  }
}

it('holds three thousand videos in one item', async () => {
  const { table, entity } = await open()
  const { Key } = entity.get({ courseId }).params<{ Key: { pk: string; sk: string } }>()
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
  )
  expect(readLessons(Item?.lessons)).toEqual(lessons)
  expect(JSON.stringify(Item).length).toBeLessThan(MAX_ITEM_BYTES)
})

it('costs one read and one write for a heartbeat, in a course of any size', async () => {
  const { calls, deps } = await open()
  const lessonId = lessons[LESSONS - 1]?.id ?? newId('les', now)
  const beat = async (second: number) => {
    calls.length = 0
    const at = now.toISOString()
    await recordProgress(deps, {
      actor,
      courseId,
      lessonId,
      heartbeat: {
        positionSeconds: second,
        durationSeconds: 3723,
        watched: [[0, second]],
        completed: false,
        at,
        sentAt: at,
      },
    })
    return calls.map((name) => name.replace('Command', '')).sort()
  }
  // The first of an environment reads the syllabus and the asset, the first of a lesson says so in "my courses".
  expect(await beat(0)).toHaveLength(5)
  for (const second of [10, 20, 30]) expect(await beat(second)).toEqual(['BatchGetItem', 'PutItem'])
})
