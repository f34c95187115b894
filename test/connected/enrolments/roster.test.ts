import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { enrolmentItems } from '#adapters/dynamo/enrolments/items'
import { createLearnerNames } from '#adapters/dynamo/enrolments/learner-names'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createRosterMender } from '#adapters/dynamo/people/mend-roster'
import { createRosterReader } from '#adapters/dynamo/people/roster-reader'
import { createRosterIndex } from '#adapters/dynamo/roster/roster-index'
import type { Roster } from '#contract/enrolments/roster'
import type { CourseId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import type { Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { startProjector } from '#test/support/projector'
import { makeWorld, people, type World } from '#test/support/world'

let lms: Lms
let projector: Awaited<ReturnType<typeof startProjector>>
let world: World
beforeAll(async () => {
  lms = await startLms(undefined, { streamed: true })
  projector = await startProjector(lms.engine)
  world = await makeWorld(lms)
  for (const [sub, name] of Object.entries(CLASS)) await enrol({ sub, name })
}, 60_000)
afterAll(async () => {
  await projector?.close()
  await lms?.close()
})

const CLASS = {
  'u-ana': 'Ana María Núñez',
  'u-bob': 'bob ÅNGSTRÖM',
  'u-zoe': 'Zoë Ana',
  'u-nil': '',
}

const enrol = async (person: Person, courseId: CourseId = world.courseId) => {
  const { status } = await lms.call('learning', person, 'PUT', `/my/courses/${courseId}`)
  expect(status).toBe(200)
}
const ask = (query: string, who: Person | null = people.owner, courseId = world.courseId) =>
  lms.call('teaching', who, 'GET', `/teaching/courses/${courseId}/people${query}`)
const list = async (query: string, who: Person | null = people.owner): Promise<Roster> => {
  const { status, body } = await ask(query, who)
  expect(status).toBe(200)
  // Who learns in every world stands among them, and is none of this class.
  const items = (body as Roster).items.filter(({ userId }) => userId !== world.learnerId)
  return { ...body, items }
}
const found = async (query: string, who: Person | null = people.owner) =>
  (await list(query, who)).items.map(({ userId }) => userId)
/** What follows the table's stream is there a moment later. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 50 })

describe('the people of a course', () => {
  it('stand in the order of their names, those without one last', () =>
    soon(async () => {
      expect(await found('?sort=name')).toEqual(['u-ana', 'u-bob', 'enid', 'u-zoe', 'u-nil'])
    }))

  it('are found by how any word of a name begins, in whatever case and without accents', async () => {
    await soon(async () => expect(await found('?search=ana')).toEqual(['u-zoe', 'u-ana']))
    expect(await found('?search=NUN')).toEqual(['u-ana'])
    expect(await found('?search=maria%20nú')).toEqual(['u-ana'])
    expect(await found('?search=angstrom')).toEqual(['u-bob'])
    expect(await found('?search=ngstrom')).toEqual([])
  })

  it('are found by their address, by those alone who may manage them', async () => {
    await soon(async () => expect(await found('?search=u-bob')).toEqual(['u-bob']))
    expect(await found('?search=U-BOB@example')).toEqual(['u-bob'])
    expect(await found('?search=u-')).toHaveLength(4)
    expect(await found('?search=u-bob', people.mayPeople)).toEqual(['u-bob'])
    for (const who of [people.assistant, people.mayReports]) {
      expect(await found('?search=u-bob', who)).toEqual([])
      expect(await found('?search=u-bob@example', who)).toEqual([])
      expect(await found('?search=bob', who)).toEqual(['u-bob'])
      expect((await list('', who)).items.map(({ email }) => email)).toEqual(Array(5).fill(null))
    }
    const { items } = await list('?search=bob', people.teacher)
    expect(items).toMatchObject([{ name: 'bob ÅNGSTRÖM', email: 'u-bob@example.org' }])
  })

  it('come a page at a time, each once, whatever the order', async () => {
    for (const order of ['sort=activity', 'sort=name', 'search=u-']) {
      const seen: string[] = []
      let cursor: string | null = ''
      do {
        const at = cursor && `&cursor=${encodeURIComponent(cursor)}`
        const page: Roster = await list(`?limit=2&${order}${at}`)
        expect(page.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.items.map(({ userId }) => userId))
        cursor = page.nextCursor
      } while (cursor)
      expect(new Set(seen).size, order).toBe(seen.length)
      expect(seen, order).toHaveLength(order === 'search=u-' ? 4 : 5)
    }
  })

  it('goes on in no list by the cursor of another course, or by none', async () => {
    const other = await makeWorld(lms)
    await enrol({ sub: 'u-else' }, other.courseId)
    const { body } = await ask('?limit=1', people.owner, other.courseId)
    const stolen = encodeURIComponent(body.nextCursor)
    for (const cursor of [stolen, 'bm8', 'address-bm8', '%00'])
      expect((await ask(`?cursor=${cursor}`)).status).toBe(400)
  })

  it('stand last active first, with how far they are', async () => {
    const { courseId, lessonId } = world
    const at = new Date(Date.now() + 3_600_000).toISOString()
    await createEnrolmentRepository(lms.table).touch('u-bob', courseId, { lessonId, at })
    const beat = { positionSeconds: 0, durationSeconds: 0, completed: true }
    const now = new Date().toISOString()
    const address = `/my/courses/${courseId}/lessons/${lessonId}/progress`
    await lms.call('learning', { sub: 'u-zoe' }, 'PUT', address, { ...beat, at: now, sentAt: now })
    await soon(async () => {
      const { items, ...about } = await list('')
      expect(items.slice(0, 2)).toMatchObject([
        { userId: 'u-bob', lastActiveAt: at, completedLessons: 0 },
        { userId: 'u-zoe', completedLessons: 1 },
      ])
      expect(items.find(({ userId }) => userId === 'u-nil')).toMatchObject({ lastActiveAt: null })
      expect(about).toMatchObject({ enrolled: 6, lessons: 1, me: { role: 'owner' } })
    })
  })

  it('is found by a new name once they open the course, and no more by the old', async () => {
    const renamed = { sub: 'u-bob', name: 'Robert Long' }
    await lms.call('learning', renamed, 'POST', `/my/courses/${world.courseId}/session`)
    expect(await found('?search=long')).toEqual(['u-bob'])
    expect(await found('?search=angstrom')).toEqual([])
    expect(await found('?sort=name')).toEqual(['u-ana', 'enid', 'u-bob', 'u-zoe', 'u-nil'])
  })

  it('leaves the lists with who leaves the course, at once', async () => {
    await lms.call('learning', { sub: 'u-zoe' }, 'DELETE', `/my/courses/${world.courseId}`)
    expect(await found('?sort=name')).not.toContain('u-zoe')
    expect(await found('?search=zoe')).toEqual([])
    await soon(async () => expect(await found('')).not.toContain('u-zoe'))
    await enrol({ sub: 'u-zoe', name: CLASS['u-zoe'] })
    await soon(async () => expect(await found('?search=zoe')).toEqual(['u-zoe']))
    expect((await list('?search=zoe')).items).toMatchObject([{ completedLessons: 1 }])
  })

  it('does not exist for who teaches another course', async () => {
    for (const who of [people.stranger, people.learner, people.enrolled])
      expect((await ask('', who)).status).toBe(404)
  })
})

it('lists by night who stood there before there was a roster', async () => {
  const { courseId } = await makeWorld(lms)
  const enrolments = enrolmentItems(lms.table)
  const userId = 'u-earlier'
  const at = '2026-11-01T10:00:00.000Z'
  await enrolments.put(
    {
      ...{ id: newId('enr', new Date()), userId, courseId, enrolledAt: at, completedLessons: 0 },
      ...{ name: 'Earl Grey', activeAt: at, activeHour: '' },
    },
    { holds: 'attribute_not_exists(pk)' },
  )
  await lms.table.client.send(
    new UpdateCommand({
      TableName: lms.table.name,
      Key: enrolments.key({ userId, courseId }),
      UpdateExpression: 'REMOVE activeHour, gsi3pk, gsi3sk',
    }),
  )
  const roster = createRosterReader(lms.table)
  const named = async () => (await roster.named(courseId, 'grey', { limit: 10 })).items.length
  // The projector of now lists whoever comes in.
  await soon(async () => expect(await named()).toBe(1))
  const told = { userId, name: 'Earl Grey', address: '' }
  await createRosterIndex(lms.table).apply(courseId, [{ ...told, isEnrolled: false }])
  expect(await named()).toBe(0)
  const { mend } = createRosterMender(lms.table)
  await soon(async () => {
    await mend(courseId)
    const { items } = await roster.byActivity(courseId, { limit: 10 })
    expect(items.map((one) => one.userId)).toContain(userId)
    expect(await named()).toBe(1)
  })
  await soon(async () => expect(await mend(courseId)).toBe(0))
})

it('forgets name and address of who is erased, in every list', async () => {
  const { courseId } = await makeWorld(lms)
  await enrol({ sub: 'u-gone', name: 'Gone Soon' }, courseId)
  const roster = createRosterReader(lms.table)
  const named = () => roster.named(courseId, 'gone', { limit: 10 })
  await soon(async () => expect((await named()).items).toHaveLength(1))
  await createLearnerNames(lms.table).forget('u-gone')
  expect((await named()).items).toEqual([])
  expect((await roster.addressed(courseId, 'u-gone', { limit: 10 })).items).toEqual([])
  const { items } = await roster.byName(courseId, { limit: 10 })
  expect(items.map(({ name, address }) => [name, address])).toContainEqual(['', ''])
})
