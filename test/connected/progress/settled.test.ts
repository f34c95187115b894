import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLearnerReader } from '#adapters/dynamo/enrolments/learner-reader'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { progressEntity } from '#adapters/dynamo/progress/entity'
import { progressItems } from '#adapters/dynamo/progress/items'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { settle } from '#adapters/dynamo/progress/settle'
import { readPartition } from '#adapters/dynamo/read-partition'
import { openTable, type Table } from '#adapters/dynamo/table'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { Heartbeat, LessonProgress } from '#contract/progress/progress'
import { OPEN_AT_ONCE } from '#contract/rules/release'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'
import { DomainError } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import { mergeProgress } from '#core/progress/merge-progress'
import { recordProgress } from '#core/progress/record-progress'
import { startTable } from '#test/support/dynamo'

const now = new Date('2026-11-24T10:00:00.000Z')
const clock = { now: () => now }
const LESSONS = 16

let engine: Awaited<ReturnType<typeof startTable>>
let table: Table
beforeAll(async () => {
  engine = await startTable()
  table = openTable(engine.name)
})
afterAll(() => engine?.close())

let learners = 0
/** Somebody in a course of videos of 100 seconds, to be watched whole, and what lies in their partition. */
async function given() {
  const userId = `learner-${++learners}`
  const courseId = newId('crs', now)
  const lessons = Array.from(
    { length: LESSONS },
    (_, n): SyllabusLesson => ({
      ...{ kind: 'video', id: newId('les', new Date(n)), assetId: newId('ast', now) },
      ...{ durationSeconds: 100, completionShare: 1 },
    }),
  )
  const enrolments = createEnrolmentRepository(table)
  const learner = createLearnerReader(table)
  const progress = createProgressRepository(table)
  await enrolments.create({
    ...{ id: newId('enr', now), courseId, userId, enrolledAt: now.toISOString() },
    ...{ completedLessons: 0, countedVersion: 1, lastLessonId: null, lastActiveAt: null },
  })
  const published = {
    ...{ courseId, version: 1, audiences: new Map(), release: OPEN_AT_ONCE },
    lessons: new Map(lessons.map((one) => [one.id, one])),
  }
  const syllabus = { get: async () => published, liveDuration: async () => null }
  const deps = { enrolments, learner, progress, syllabus, clock }
  const actor = { userId, name: userId, roles: ['learner'] as const }

  /** Whoever is told to try again does, as the client. */
  const beat = async (lessonId: LessonId, heartbeat: Heartbeat): Promise<LessonProgress> => {
    try {
      return await recordProgress(deps, { actor, courseId, lessonId, heartbeat })
    } catch (error) {
      if (error instanceof DomainError && error.code === 'conflict')
        return beat(lessonId, heartbeat)
      throw error
    }
  }
  const lessonAt = (n: number) => {
    const found = lessons[n]
    if (!found) throw new Error(`There is no lesson ${n}`)
    return found
  }
  return { userId, courseId, lessonAt, beat, learner, progress, enrolments }
}

const beatOf = (from: number, to: number, secondsAgo = 0): Heartbeat => ({
  ...{ positionSeconds: to, durationSeconds: 100, watched: [[from, to]], completed: false },
  at: new Date(now.getTime() - secondsAgo * 1000).toISOString(),
  sentAt: now.toISOString(),
})

interface Place {
  readonly userId: string
  readonly courseId: CourseId
}

const keyOf = ({ userId, courseId }: Place) => ({ userId, courseId, lessonId: '' })

/** Of which entity each item is. */
async function kindsIn(site: Place) {
  const { Items } = await readPartition(table, progressItems(table).key(keyOf(site)))
  return Object.groupBy(Items, (item) => String(item.__edb_e__))
}

it('goes on from what settled, and counts it', async () => {
  const site = await given()
  const { userId, courseId, lessonAt, beat, learner, enrolments } = site
  for (let n = 0; n < LESSONS; n += 1) await beat(lessonAt(n).id, beatOf(0, 60, 100 - n))
  const before = await learner.inCourse(userId, courseId)
  const kinds = await kindsIn(site)
  expect(kinds.settledprogress).toHaveLength(1)
  expect(kinds.progress).toHaveLength(2)
  const { progress } = await learner.inCourse(userId, courseId)
  expect(byLesson(progress)).toEqual(byLesson(before.progress))
  expect(progress).toHaveLength(LESSONS)

  expect(await beat(lessonAt(0).id, beatOf(50, 100))).toMatchObject({
    watched: [[0, 100]],
    completed: true,
  })
  expect(await enrolments.get(userId, courseId)).toMatchObject({ completedLessons: 1 })
})

it('brings together what earlier versions wrote, fifty at a time, and leaves long ranges alone', async () => {
  const site = await given()
  const { userId, courseId, learner } = site
  const all = Array.from({ length: 90 }, (_, n) => ({
    ...{ lessonId: newId('les', new Date(n)), positionSeconds: n + 0.125, completed: n % 2 === 0 },
    updatedAt: new Date(now.getTime() - n * 1000).toISOString(),
  }))
  const jumpy = Array.from({ length: 9 }, (_, n): [number, number] => [n * 10, n * 10 + 5])
  for (const [n, one] of all.entries()) {
    const watched = n === 89 ? { watched: jumpy } : {}
    await progressEntity(table)
      .put({ userId, courseId, ...one, ...watched })
      .go()
  }
  const { progress } = await learner.inCourse(userId, courseId)
  expect((await kindsIn(site)).progress).toHaveLength(40)
  await learner.inCourse(userId, courseId)
  expect((await kindsIn(site)).progress).toHaveLength(3)
  const after = await learner.inCourse(userId, courseId)
  expect(byLesson(after.progress)).toEqual(byLesson(progress))
})

it('never writes over what another device wrote of the item that was there before', async () => {
  const { userId, courseId, lessonAt, beat, learner, progress } = await given()
  const { id } = lessonAt(0)
  await beat(id, beatOf(0, 10, 100))
  const slow = await progress.get(userId, courseId, id)
  for (let n = 1; n < LESSONS; n += 1) await beat(lessonAt(n).id, beatOf(0, 1))
  await learner.inCourse(userId, courseId)
  await beat(id, beatOf(20, 30))
  const stale = { ...slow?.progress, lessonId: id, completed: false, watched: [] }
  const late = { ...stale, positionSeconds: 0, updatedAt: now.toISOString() }
  expect(await progress.save(userId, courseId, late, slow?.revision ?? null)).toBe(false)
})

it('leaves all where it is when a lesson was written after it was read', async () => {
  const site = await given()
  const { userId, courseId, lessonAt, beat, learner } = site
  for (let n = 0; n < LESSONS; n += 1) await beat(lessonAt(n).id, beatOf(0, 1, 100 - n))
  const found = await readPartition(table, progressItems(table).key(keyOf(site)))
  const late = await beat(lessonAt(0).id, beatOf(20, 30, 99))
  await settle(table, { userId, courseId }, found)
  expect(Object.keys(await kindsIn(site)).sort()).toEqual(['enrolment', 'progress'])
  expect((await learner.inCourse(userId, courseId)).progress).toContainEqual(late)
})

const step = fc.oneof(
  { weight: 1, arbitrary: fc.constant('open' as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      lesson: fc.nat(LESSONS - 1),
      from: fc.nat(90),
      seconds: fc.constantFrom(5, 10, 60, 100),
      // Whatever is less than two seconds apart may be one beat that came twice.
      tensAgo: fc.nat(20),
    }),
  },
)

it('comes to what one device after the other would have, however many open and learn at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 5, maxLength: 20 }),
      async (moments) => {
        const { userId, courseId, lessonAt, beat, learner, enrolments } = await given()
        const model = new Map<string, LessonProgress>()
        for (const moment of moments)
          await Promise.all(
            moment.map(async (one) => {
              if (one === 'open') return void (await learner.inCourse(userId, courseId))
              const lesson = lessonAt(one.lesson)
              const to = Math.min(100, one.from + one.seconds)
              const heartbeat = beatOf(one.from, to, one.tensAgo * 10)
              const known = model.get(lesson.id) ?? null
              model.set(lesson.id, mergeProgress(known, lesson, heartbeat, now))
              await beat(lesson.id, heartbeat)
            }),
          )
        const { progress } = await learner.inCourse(userId, courseId)
        expect(byLesson(progress)).toEqual(byLesson([...model.values()]))
        const completedLessons = progress.filter(({ completed }) => completed).length
        expect(await enrolments.get(userId, courseId)).toMatchObject({ completedLessons })
      },
    ),
    { numRuns: 8 },
  )
}, 120_000)

const byLesson = (progress: readonly LessonProgress[]) =>
  progress.toSorted((one, other) => (one.lessonId < other.lessonId ? -1 : 1))
