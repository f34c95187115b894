import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { openValkey } from '#adapters/cache/client/valkey'
import { createCache } from '#adapters/cache/levels/cache'
import {
  forgettingProgress,
  rememberedEnrolments,
  rememberedLearner,
} from '#adapters/cache/remembered-learner'
import { createLearnerReader } from '#adapters/dynamo/enrolments/learner-reader'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { openTable } from '#adapters/dynamo/table'
import { newId } from '#core/platform/ids'
import { startTable } from '#test/support/dynamo'
import { placeAt } from '../environment.ts'
import { type Node, startNode } from '../redis-server.ts'

const now = new Date('2026-11-27T10:00:00.000Z')
const COURSES = [newId('crs', now), newId('crs', now)] as const
const LESSON = newId('les', now)

let engine: Awaited<ReturnType<typeof startTable>>
let primary: Node
let replica: Node
beforeAll(async () => {
  engine = await startTable()
  primary = await startNode()
  replica = await startNode()
  await replica.follow(primary)
})
afterAll(async () => {
  primary.stop()
  replica.stop()
  await engine.close()
})

let hits = 0
/** What an environment of `learning` reads and writes by. */
function openEnvironment() {
  const table = openTable(engine.name)
  const valkey = openValkey(placeAt(primary.port, { reader: `127.0.0.1:${replica.port}` }))
  onTestFinished(() => valkey?.close())
  const cache = createCache(valkey, {
    onEvent: (event, error) => expect.unreachable(`${event}: ${error}`),
    onRead: (_, level) => {
      hits += level === 'valkey' ? 1 : 0
    },
  })
  return {
    learner: rememberedLearner(createLearnerReader(table), cache),
    enrolments: rememberedEnrolments(createEnrolmentRepository(table), cache),
    progress: forgettingProgress(createProgressRepository(table), cache),
  }
}
type Environment = ReturnType<typeof openEnvironment>

/** What a person did in a course, as they know it themselves. */
interface Known {
  enrolled: boolean
  /** Seconds; and how often it was written. */
  position: number
}

const step = fc.record({
  what: fc.constantFrom('enrol', 'unenrol', 'beat', 'beat', 'read', 'read', 'read', 'mine', 'get'),
  course: fc.constantFrom(0, 1),
  device: fc.constantFrom(0, 1, 2),
  /** Another device looks while a write is on its way. */
  watcher: fc.constantFrom(0, 1, 2),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One person's life, a step after the other, on whichever device. */
async function live(userId: string, steps: readonly Step[], devices: readonly Environment[]) {
  const known = COURSES.map((): Known => ({ enrolled: false, position: 0 }))
  for (const { what, course, device, watcher } of steps) {
    const [mine, courseId, own, other] = [
      known[course],
      COURSES[course],
      devices[device],
      devices[watcher],
    ]
    if (!mine || !courseId || !own || !other) throw new Error('There is no such device.')
    const before = { ...mine }
    const write = async () => {
      if (what === 'enrol') {
        await own.enrolments.create(recordOf(userId, courseId))
        mine.enrolled = true
      }
      if (what === 'unenrol') {
        await own.enrolments.delete(userId, courseId)
        mine.enrolled = false
      }
      if (what === 'beat') {
        const positionSeconds = mine.position + 1
        const progress = { lessonId: LESSON, positionSeconds, watched: [], completed: false }
        const updatedAt = now.toISOString()
        const revision = mine.position === 0 ? null : mine.position
        const isSaved = await own.progress.save(
          userId,
          courseId,
          { ...progress, updatedAt },
          revision,
        )
        expect(isSaved).toBe(true)
        mine.position = positionSeconds
      }
    }
    const [, seen] = await Promise.all([write(), other.learner.inCourse(userId, courseId)])
    // Meanwhile either is right.
    expect([before, mine]).toContainEqual(knownOf(seen, userId))
    if (what === 'get')
      expect(await other.enrolments.get(userId, courseId)).toEqual(
        mine.enrolled ? expect.objectContaining({ userId, courseId }) : null,
      )
    if (what === 'mine') {
      const { items } = await own.enrolments.listOf(userId, { limit: 10, cursor: undefined })
      const enrolled = COURSES.filter((_, at) => known[at]?.enrolled)
      expect(items.map((item) => item.courseId).sort()).toEqual([...enrolled].sort())
      expect(items.every((item) => item.userId === userId)).toBe(true)
    }
    // What was answered is seen from now on, everywhere.
    const all = await Promise.all(devices.map(({ learner }) => learner.inCourse(userId, courseId)))
    for (const one of all) expect(knownOf(one, userId)).toEqual(mine)
  }
}

const knownOf = (
  { enrolment, progress }: Awaited<ReturnType<Environment['learner']['inCourse']>>,
  userId: string,
): Known => {
  if (enrolment) expect(enrolment.userId).toBe(userId)
  return { enrolled: enrolment !== null, position: progress[0]?.positionSeconds ?? 0 }
}

const recordOf = (userId: string, courseId: (typeof COURSES)[number]) => ({
  id: newId('enr', now),
  courseId,
  userId,
  enrolledAt: now.toISOString(),
  completedLessons: 0,
  countedVersion: null,
  lastLessonId: null,
  lastActiveAt: null,
})

it('people who read and write at once see their own alone, and never what was before their last write', async () => {
  let run = 0
  const devices = [openEnvironment(), openEnvironment(), openEnvironment()]
  await vi.waitFor(async () => {
    hits = 0
    for (const { learner } of devices) await learner.inCourse('first', COURSES[0])
    expect(hits).toBeGreaterThan(0)
  }, 10_000)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 4, maxLength: 15 }), { minLength: 3, maxLength: 4 }),
      async (lives) => {
        run += 1
        await Promise.all(lives.map((steps, n) => live(`person-${run}-${n}`, steps, devices)))
      },
    ),
    { numRuns: 12, interruptAfterTimeLimit: 40_000 },
  )
  // The half of what was read came from Valkey, or else nothing was tried.
  expect(hits).toBeGreaterThan(50)
})
