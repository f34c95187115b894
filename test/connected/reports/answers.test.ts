import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactStore } from '#adapters/warehouse/fact-store'
import { peopleKeys } from '#adapters/warehouse/people-keys'
import { dayOf, daysBefore } from '#core/reports/facts/days'
import { CourseFacts, factKeys, monthOf, SiteFacts, WeekFacts } from '#core/reports/facts/facts'
import { PromiseFacts, promiseKey } from '#core/reports/promises/promise-facts'
import { TitleFacts, titleKey } from '#core/reports/titles/title-facts'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

let lms: Lms
let world: World
const today = dayOf(new Date())
const ENID = 'e'.repeat(26)

const ask = async (person: keyof typeof people, address: string) => {
  const { status, body } = await lms.call('teaching', people[person], 'GET', address)
  return { status, body }
}
const base = () => `/teaching/courses/${world.courseId}`
const period = (from: string, to: string) => `from=${from}&to=${to}`

beforeAll(async () => {
  lms = await startLms()
  world = await makeWorld(lms)
}, 60_000)
afterAll(() => lms?.close())

const personDay = (more = {}) => ({
  ...{ seconds: 60, completed: 1, lastAt: 1, lastLesson: world.lessonId, done: false, left: false },
  ...more,
})
const courseDay = (more = {}) => ({
  ...{ active: 1, enrolled: 1, left: 0, completed: 0, seconds: 60 },
  ...{ lessons: { [world.lessonId]: [1, 1, 60] as [number, number, number] }, curves: {} },
  people: { [ENID]: personDay() },
  ...more,
})

/** Facts of a day, and who stands behind the pseudonym. */
const know = async (day: string, fact: ReturnType<typeof courseDay>) => {
  const s3 = new S3Client({})
  const facts = createFactStore(s3, 'lake')
  await facts.update(factKeys.course(world.courseId, monthOf(day)), CourseFacts, (before) =>
    CourseFacts.parse({ ...before, [day]: fact }),
  )
  await facts.update(factKeys.site(monthOf(day)), SiteFacts, (before) =>
    SiteFacts.parse({
      ...before,
      [day]: {
        ...{ active: 1, active7: null, active30: null },
        courses: {
          [world.courseId]: {
            ...{ active: 1, enrolled: 1, completed: 0, seconds: 60, watchedSeconds: 3600 },
            ...{ encodingUsd: 0.5, sourceBytes: 9 },
          },
        },
      },
    }),
  )
  await facts.update(factKeys.week(ENID), WeekFacts, (before) =>
    WeekFacts.parse({ ...before, [ENID]: { ...before?.[ENID], [day]: [60, 1] } }),
  )
  await s3.send(
    new PutObjectCommand({ Bucket: 'lake', Key: peopleKeys.byUser('enid'), Body: ENID }),
  )
}

describe('reports of which nothing is known yet', () => {
  it('are empty, with every day of the period and every published lesson', async () => {
    const { status, body } = await ask(
      'owner',
      `${base()}/report?${period(daysBefore(today, 2), today)}`,
    )
    expect(status).toBe(200)
    expect(body.asOf).toBeNull()
    expect(body.days.map(({ day }: { day: string }) => day)).toEqual([
      daysBefore(today, 2),
      daysBefore(today, 1),
      today,
    ])
    expect(body.lessons).toMatchObject([{ lessonId: world.lessonId, started: 0, completed: 0 }])
    expect((await ask('enrolled', '/my/week')).body).toMatchObject({ streakDays: 0 })
    expect((await ask('owner', `${base()}/stopped-learners`)).body).toMatchObject({ items: [] })
  })

  it.each([
    ['reversed', '2026-11-02', '2026-11-01'],
    ['longer than two years', '2023-01-01', '2026-01-01'],
    ['of no days', 'yesterday', 'today'],
  ])('are refused for a period that is %s', async (_, from, to) => {
    expect(await ask('owner', `${base()}/report?${period(from, to)}`)).toMatchObject({
      status: 400,
    })
  })
})

describe('reports', () => {
  it('say what was worked out, within the period alone', async () => {
    await know(today, courseDay())
    await know(daysBefore(today, 20), courseDay({ people: { [ENID]: personDay({ lastAt: 0 }) } }))
    const { body } = await ask('owner', `${base()}/report?${period(daysBefore(today, 1), today)}`)
    expect(body).toMatchObject({ active: 1, lessons: [{ started: 1, completed: 1, seconds: 60 }] })
    const { body: longer } = await ask(
      'owner',
      `${base()}/report?${period(daysBefore(today, 30), today)}`,
    )
    expect(longer).toMatchObject({ active: 1, lessons: [{ started: 2, seconds: 120 }] })
    expect((await ask('enrolled', '/my/week')).body).toMatchObject({ streakDays: 1 })
    const facts = createFactStore(new S3Client({}), 'lake')
    await facts.update(titleKey, TitleFacts, () => ({ [world.courseId]: [1, 'A world'] }))
    const measured = { [daysBefore(today, 1)]: {}, [today]: { apiResponse: [321.5, 90] } }
    await facts.update(promiseKey(monthOf(today)), PromiseFacts, () => PromiseFacts.parse(measured))
    const { body: site } = await ask('admin', `/administration/report?${period(today, today)}`)
    expect(site.days).toEqual([{ day: today, active: 1, active7: null, active30: null }])
    expect(site.courses).toMatchObject([
      {
        courseId: world.courseId,
        title: 'A world',
        learnerDays: 1,
        encodingUsd: 0.5,
        egressUsd: 0.05,
      },
    ])
    expect(site.promises).toEqual([
      {
        ...{ promise: 'apiResponse', percentile: 95, limit: 500, goal: 100 },
        days: [{ day: today, value: 321.5, measured: 90 }],
      },
      { promise: 'pageLoad', percentile: 95, limit: 3000, goal: 1500, days: [] },
      { promise: 'videoStart', percentile: 90, limit: 2000, goal: 1000, days: [] },
      { promise: 'failures', percentile: null, limit: 0.1, goal: 0.05, days: [] },
    ])
  })

  it('name as stopped who has been away for two weeks, and nobody who was there since', async () => {
    expect((await ask('owner', `${base()}/stopped-learners`)).body).toMatchObject({ total: 0 })
    const gone = 'g'.repeat(26)
    const day = daysBefore(today, 15)
    await know(day, courseDay({ people: { [gone]: personDay() } }))
    await new S3Client({}).send(
      new PutObjectCommand({ Bucket: 'lake', Key: peopleKeys.byPseudonym(gone), Body: 'user-7' }),
    )
    const stopped = async () => (await ask('owner', `${base()}/stopped-learners`)).body
    // Not a learner of the course: what they are called is not its teacher's to read.
    expect((await stopped()).items).toMatchObject([{ name: '' }])
    const as = (name: string) => ({ sub: 'user-7', name })
    const course = `/my/courses/${world.courseId}`
    await lms.call('learning', as('Gil'), 'PUT', course)
    expect((await stopped()).items).toMatchObject([{ name: 'Gil' }])
    // Another name is seen when they open the course; an address is never one.
    await lms.call('learning', as('Gil Vicente'), 'POST', `${course}/session`)
    expect((await stopped()).items).toMatchObject([{ name: 'Gil Vicente' }])
    await lms.call('learning', as('gil@school.example'), 'POST', `${course}/session`)
    expect((await stopped()).items).toMatchObject([{ name: '' }])
    await lms.call('learning', as('Gil Vicente'), 'POST', `${course}/session`)
    await lms.call('learning', as('Gil Vicente'), 'DELETE', course)
    const { body } = await ask('owner', `${base()}/stopped-learners`)
    expect(body).toMatchObject({
      total: 1,
      items: [{ name: '', lastActiveOn: day, seconds: 60, lesson: { id: world.lessonId } }],
      nextCursor: null,
    })
  })
})
