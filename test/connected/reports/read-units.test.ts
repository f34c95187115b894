import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactStore } from '#adapters/warehouse/fact-store'
import { peopleKeys } from '#adapters/warehouse/people-keys'
import type { reports } from '#contract/reports/routes'
import { dayOf, daysBefore } from '#core/reports/facts/days'
import { CourseFacts, factKeys, monthOf } from '#core/reports/facts/facts'
import { startCountedEngine } from '#test/support/counted-engine'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

let counted: Awaited<ReturnType<typeof startCountedEngine>>
let lms: Lms
let world: World
const today = dayOf(new Date())
const LEARNERS = 60

beforeAll(async () => {
  lms = await startLms(undefined, {
    front: async (engine) => {
      counted = await startCountedEngine(engine)
      return counted.url
    },
  })
  world = await makeWorld(lms)
}, 60_000)
afterAll(async () => {
  await lms?.close()
  await counted?.close()
})

const pseudonymOf = (n: number) => String(n).padStart(26, '0')

/** So many people who began, and have been away since. */
async function learnersStopped(): Promise<void> {
  const s3 = new S3Client({})
  const day = daysBefore(today, 20)
  const ids = Array.from({ length: LEARNERS }, (_, n) => `stopped-${n}`)
  for (const [n, userId] of ids.entries()) {
    const person = { sub: userId, name: `Learner ${n}` }
    await lms.call('learning', person, 'PUT', `/my/courses/${world.courseId}`)
    const Key = peopleKeys.byPseudonym(pseudonymOf(n))
    await s3.send(new PutObjectCommand({ Bucket: 'lake', Key, Body: userId }))
  }
  const personDay = { seconds: 60, completed: 1, lastAt: 1, lastLesson: world.lessonId }
  await createFactStore(s3, 'lake').update(
    factKeys.course(world.courseId, monthOf(day)),
    CourseFacts,
    () =>
      CourseFacts.parse({
        [day]: {
          ...{ active: LEARNERS, enrolled: LEARNERS, left: 0, completed: 0, seconds: 3600 },
          lessons: { [world.lessonId]: [LEARNERS, 0, 3600] },
          curves: {},
          people: Object.fromEntries(
            ids.map((_, n) => [pseudonymOf(n), { ...personDay, done: false, left: false }]),
          ),
        },
      }),
  )
}

const asked: Readonly<Record<keyof typeof reports, readonly [keyof typeof people, () => string]>> =
  {
    getCourseReport: ['owner', () => `/teaching/courses/${world.courseId}/report?${period}`],
    getLessonReport: [
      'owner',
      () => `/teaching/courses/${world.courseId}/lessons/${world.lessonId}/report?${period}`,
    ],
    listStoppedLearners: [
      'owner',
      () => `/teaching/courses/${world.courseId}/stopped-learners?limit=50`,
    ],
    getSiteReport: ['admin', () => `/administration/report?${period}`],
    getMyWeek: ['enrolled', () => '/my/week'],
  }
const period = `from=${daysBefore(today, 700)}&to=${today}`

/** What the table is asked for a report, with the read units that it took. */
async function costOf(route: keyof typeof reports): Promise<string[]> {
  const [who, address] = asked[route]
  counted.take()
  const { status } = await lms.call('teaching', people[who], 'GET', address())
  expect(status).toBe(200)
  return counted.take().map(({ operation, units }) => `${operation} ${units}`)
}

/** Whether the actor teaches the course: its two items, by one request. */
const ACCESS = 'BatchGetItem 2'

describe('of the live table', () => {
  it.each([
    ['getCourseReport', [ACCESS]],
    ['getLessonReport', [ACCESS]],
    ['listStoppedLearners', [ACCESS]],
    ['getSiteReport', []],
    ['getMyWeek', []],
  ] as const)('%s reads who may see it, and nothing else', async (route, cost) => {
    expect(await costOf(route)).toEqual(cost)
    expect(await costOf(route)).toEqual(cost)
  })

  it('names of who stopped take the enrolments of the rows that are shown, however many stopped', async () => {
    await learnersStopped()
    expect(await costOf('getCourseReport')).toEqual([ACCESS])
    // Whether each is a learner of the course still, whose name its teacher may read.
    expect(await costOf('listStoppedLearners')).toEqual([ACCESS, 'BatchGetItem 50'])
  })
})
