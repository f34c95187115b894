import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openTable } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import type { Service } from '#contract/http/route'
import { MOST_LESSONS } from '#contract/lessons/kinds/limits'
import { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { startCountedEngine } from '#test/support/counted-engine'
import { callAs, type Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { seedsOf } from '#test/support/seed'
import { people, readyAsset } from '#test/support/world'

let counted: Awaited<ReturnType<typeof startCountedEngine>>
let seeds: ReturnType<typeof seedsOf>
let lms: Lms
beforeAll(async () => {
  lms = await startLms(undefined, {
    front: async (engine) => {
      counted = await startCountedEngine(engine)
      const client = new DynamoDBClient({ endpoint: engine })
      seeds = seedsOf(openTable(process.env.TABLE_NAME ?? '', client))
      return counted.url
    },
  })
}, 60_000)
afterAll(async () => {
  await lms?.close()
  await counted?.close()
})

const SMALL = { courses: 10, people: 10, lessons: 10 }
const LARGE = { courses: 10_000, people: 10_000, lessons: MOST_LESSONS }

/** The learner has read so many lessons, in however long a course. */
const READ = 5
/** Lessons that one opening brings together. */
const MOST_SETTLED = 50
const reader = { sub: 'reader' }
const newcomer = () => ({ sub: `new-${++newcomers}` })
let newcomers = 0

interface Site {
  readonly courseId: CourseId
  readonly slug: string
  readonly filmId: LessonId
  readonly articles: readonly LessonId[]
}

/** A site of so much of everything: a course is the reader's last, and has all the lessons and people. */
async function grow({ courses, people: members, lessons }: typeof SMALL): Promise<Site> {
  const teach = async (method: string, address: string, body?: unknown) =>
    (await lms.call('teaching', people.owner, method, address, body)).body
  const { id, slug } = await teach('POST', '/teaching/courses', { title: `Course of ${lessons}` })
  const courseId = CourseId.parse(id)
  const base = `/teaching/courses/${courseId}`
  const moduleId = ModuleId.parse((await teach('POST', `${base}/modules`, { title: 'One' })).id)
  const asset = readyAsset(courseId)
  await createAssetRepository(lms.table).create(asset, { etag: asset.id, sequencer: '01' })
  const film = { kind: 'video', title: 'A film', assetId: asset.id, completionShare: 0.9 }
  const { id: filmId } = await teach('POST', `${base}/modules/${moduleId}/lessons`, film)
  const articles = await seeds.articles(courseId, moduleId, 0, lessons - 1)
  await teach('POST', `${base}/versions`)
  await seeds.people(courseId, 0, members)
  const others = await seeds.courses(seeded, courses)
  seeded = courses
  await seeds.enrolments(reader.sub, [...others, courseId])
  await seeds.progress(reader.sub, courseId, articles.slice(0, READ - 1))
  const filmed = { courseId, slug, filmId: LessonId.parse(filmId), articles }
  await lms.call('learning', reader, 'PUT', beatOn(filmed), beatOf(1, { minutesAgo: 10 }))
  // Counts what they have read.
  await lms.call('learning', reader, 'POST', `/my/courses/${courseId}/session`)
  return filmed
}
let seeded = 0

const beatOn = ({ courseId, filmId }: Site) => `/my/courses/${courseId}/lessons/${filmId}/progress`
const beatOf = (second: number, { minutesAgo = 0 } = {}) => {
  const sent = Date.now()
  return {
    ...{ positionSeconds: second, durationSeconds: 60, watched: [[0, second]], completed: false },
    at: new Date(sent - minutesAgo * 60_000).toISOString(),
    sentAt: new Date(sent).toISOString(),
  }
}

/** Execution environments that remember nothing. */
async function newEnvironments() {
  vi.resetModules()
  const handlers = {
    catalog: (await import('#functions/catalog/index')).handler,
    learning: (await import('#functions/learning/index')).handler,
    teaching: (await import('#functions/teaching/index')).handler,
    community: (await import('#functions/community/index')).handler,
    administration: (await import('#functions/administration/index')).handler,
  } satisfies Record<Service, unknown>
  return async (
    service: Service,
    person: Person | null,
    method: string,
    address: string,
    body?: unknown,
  ) => {
    counted.take()
    const answer = await callAs(handlers[service], person)(method, address, body)
    expect(answer.status, `${method} ${address}`).toBeLessThan(300)
    // What is asked at once comes in any order.
    return (
      counted
        .take()
        .map(({ operation, index, units }) => `${operation} ${index}${index && ' '}${units}`)
        // Once an hour of activity is another place in the roster: two writes to its index.
        .map((line) => (line === 'UpdateItem 5' ? 'UpdateItem 3' : line))
        .sort()
    )
  }
}

/** What a new environment asks of the table for a call, and then for the same again. */
async function costs(site: Site) {
  const call = await newEnvironments()
  const twice = async (ask: (time: number) => Promise<string[]>) => ({
    first: await ask(1),
    again: await ask(2),
  })
  const course = `/my/courses/${site.courseId}`
  const roster = `/teaching/courses/${site.courseId}/people`
  return {
    catalogue: await twice(() => call('catalog', null, 'GET', '/courses?limit=10')),
    coursePage: await twice(() => call('catalog', null, 'GET', `/courses/${site.slug}`)),
    myCourses: await twice(() => call('learning', reader, 'GET', '/my/courses?limit=10')),
    openCourse: await twice(() => call('learning', reader, 'POST', `${course}/session`)),
    heartbeat: await twice((second) =>
      call('learning', reader, 'PUT', beatOn(site), beatOf(10 + second)),
    ),
    completion: await twice((time) => {
      const article = `${course}/lessons/${site.articles[READ + time]}`
      const done = { ...beatOf(0), completed: true }
      return call('learning', reader, 'PUT', `${article}/progress`, done)
    }),
    enrol: await twice(() => call('learning', newcomer(), 'PUT', course)),
    people: await twice(() => call('teaching', people.owner, 'GET', `${roster}?limit=10`)),
    peopleByName: await twice(() =>
      call('teaching', people.owner, 'GET', `${roster}?limit=10&sort=name`),
    ),
    personFound: await twice(() =>
      call('teaching', people.owner, 'GET', `${roster}?limit=10&search=000007`),
    ),
    addressFound: await twice(() =>
      call('teaching', people.owner, 'GET', `${roster}?limit=10&search=person.000007@`),
    ),
  }
}

/** The units of the syllabus, by its size: remembered, it is read once in many calls. */
const SYLLABUS = { small: 1, large: 18 }

const expected = (syllabus: number) => ({
  catalogue: { first: ['BatchGetItem 10', 'Query gsi2 0.5'], again: [] },
  coursePage: { first: ['BatchGetItem 2', 'GetItem 1'], again: [] },
  myCourses: {
    first: ['BatchGetItem 20', 'Query gsi1 0.5'],
    again: ['Query gsi1 0.5'],
  },
  // Its syllabus, the film where they stopped, and the learner; the course was in their list.
  openCourse: { first: ['GetItem 1', `GetItem ${syllabus}`, 'Query 1'], again: ['Query 1'] },
  // The first of a minute is seen in "my courses": the item, and two writes to its index.
  heartbeat: {
    first: ['BatchGetItem 2', 'PutItem 1', 'UpdateItem 3'],
    again: ['BatchGetItem 2', 'PutItem 1'],
  },
  // Of a lesson that has no item yet: it might have settled. Another lesson is seen in "my courses" as well; the count
  // of all that is complete is worked out from all progress.
  completion: {
    first: ['BatchGetItem 2', 'GetItem 1', 'PutItem 1', 'Query 1', 'UpdateItem 2', 'UpdateItem 3'],
    again: ['BatchGetItem 2', 'GetItem 1', 'PutItem 1', 'Query 1', 'UpdateItem 2', 'UpdateItem 3'],
  },
  // Whether the course takes anybody now is asked anew; the second read looks where earlier versions wrote. The item is in
  // three indexes. What stayed of an earlier enrolment may bind it.
  enrol: {
    first: ['BatchGetItem 1', 'BatchGetItem 2', 'GetItem 1', 'PutItem 4', 'Query 1'],
    again: ['BatchGetItem 1', 'BatchGetItem 2', 'GetItem 1', 'PutItem 4', 'Query 1'],
  },
  // Whose course it is, how many lessons it has, a page of the list, and those whom it names.
  people: {
    first: ['BatchGetItem 10', 'BatchGetItem 2', 'BatchGetItem 2', 'Query gsi3 0.5'],
    again: ['BatchGetItem 10', 'BatchGetItem 2', 'BatchGetItem 2', 'Query gsi3 0.5'],
  },
  peopleByName: {
    first: ['BatchGetItem 10', 'BatchGetItem 2', 'BatchGetItem 2', 'Query 1'],
    again: ['BatchGetItem 10', 'BatchGetItem 2', 'BatchGetItem 2', 'Query 1'],
  },
  personFound: {
    first: ['BatchGetItem 1', 'BatchGetItem 2', 'BatchGetItem 2', 'Query 1'],
    again: ['BatchGetItem 1', 'BatchGetItem 2', 'BatchGetItem 2', 'Query 1'],
  },
  addressFound: {
    first: ['BatchGetItem 1', 'BatchGetItem 2', 'BatchGetItem 2', 'Query 1'],
    again: ['BatchGetItem 1', 'BatchGetItem 2', 'BatchGetItem 2', 'Query 1'],
  },
})

it('asks the table for as little with ten of everything', async () => {
  expect(await costs(await grow(SMALL))).toEqual(expected(SYLLABUS.small))
})

it('asks it for the same with ten thousand of everything, and as many lessons as a course may have', async () => {
  const site = await grow(LARGE)
  expect(await costs(site)).toEqual(expected(SYLLABUS.large))

  // What opening answers grows with what the learner did. Openings bring together what earlier versions wrote apart.
  await seeds.progress(reader.sub, site.courseId, site.articles)
  const call = await newEnvironments()
  const open = () => call('learning', reader, 'POST', `/my/courses/${site.courseId}/session`)
  for (let apart = MOST_LESSONS; apart > 10; apart -= MOST_SETTLED) await open()
  const [query, ...more] = (await open()).filter((one) => one.startsWith('Query'))
  expect(more).toEqual([])
  expect(Number(query?.split(' ')[1])).toBeLessThanOrEqual(MOST_LESSONS / 100)
}, 240_000)
