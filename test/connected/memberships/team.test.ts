import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createForgetOwner } from '#adapters/dynamo/memberships/hand-over'
import { createMembershipRepository } from '#adapters/dynamo/memberships/repository'
import { teamLimits } from '#contract/memberships/limits'
import type { MembershipTerms } from '#contract/memberships/team'
import type { CourseId } from '#contract/platform/ids'
import type { Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people } from '#test/support/world'

const { owner, admin, teacher, stranger, learner } = people
const NEW = { email: 'Nia@Example.org', role: 'assistant', rights: ['reports'] } as const
const nia: Person = { sub: 'nia' }

let lms: Lms
let courseId: CourseId
let base: string
let helper: string
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())
beforeEach(async () => {
  const world = await makeWorld(lms)
  courseId = world.courseId
  helper = world.userId
  base = `/teaching/courses/${courseId}`
})

const team = (who: Person, method: string, place = '', body?: unknown) =>
  lms.call('administration', who, method, `${base}/team${place}`, body)
const add = (who: Person, body: MembershipTerms & { email: string } = terms()) =>
  team(who, 'POST', '', body)
const terms = (facts: Partial<MembershipTerms & { email: string }> = {}) => ({
  ...{ ...NEW, rights: [...NEW.rights], email: 'nia@example.org' },
  ...facts,
})
const readDraft = async (who: Person) => (await lms.call('teaching', who, 'GET', base)).status
const handOver = (who: Person, userId: string) =>
  lms.call('administration', who, 'PUT', `${base}/owner`, { userId })

describe('somebody who is added', () => {
  it('may what they were let at their next call, and nothing after they are removed', async () => {
    expect(await readDraft(nia)).toBe(404)
    expect((await add(owner)).body).toMatchObject({
      outcome: 'added',
      member: { userId: 'nia', name: 'nia', role: 'assistant', rights: ['reports'] },
    })
    expect(await readDraft(nia)).toBe(200)
    const report = await lms.call('teaching', nia, 'GET', `${base}/stopped-learners`)
    expect(report.status).toBe(200)
    const publishing = await lms.call('teaching', nia, 'POST', `${base}/versions`)
    expect(publishing).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringMatching(/may not publish it/) } },
    })
    const open = () => lms.call('learning', nia, 'POST', `/my/courses/${courseId}/session`)
    expect((await open()).status).toBe(200)

    expect((await team(owner, 'DELETE', '/nia')).status).toBe(204)
    expect(await readDraft(nia)).toBe(404)
    expect((await open()).status).toBe(404)
  })

  it('stays as they are when they are added once more, also by two at once', async () => {
    const both = await Promise.all([add(owner), add(teacher, terms({ rights: ['edit'] }))])
    expect(both.map(({ body }) => body.outcome).sort()).toEqual(['added', 'there_already'])
    const [first, second] = both.map(({ body }) => body.member.rights)
    expect(first).toEqual(second)
    const again = await add(owner, terms({ role: 'teacher', rights: [] }))
    expect(again.body).toMatchObject({ outcome: 'there_already', member: { rights: first } })
  })

  it('is told of in one shape, whether there is an account or not', async () => {
    const nobody = await add(owner, terms({ email: 'nobody@example.org' }))
    expect(nobody).toMatchObject({ status: 200, body: { outcome: 'no_account', member: null } })
    const self = await add(teacher, terms({ email: 'ada@example.org' }))
    expect(self).toMatchObject({ status: 200, body: { outcome: 'owner', member: null } })
    for (const who of [people.assistant, people.maySettings])
      expect((await add(who, terms({ email: 'nobody@example.org' }))).status).toBe(403)
    for (const who of [stranger, learner]) expect((await add(who)).status).toBe(404)
  })

  it('has rights of their own only as an assistant, each once and in one order', async () => {
    const { body } = await add(owner, terms({ rights: ['settings', 'edit', 'edit'] }))
    expect(body.member.rights).toEqual(['edit', 'settings'])
    const change = { role: 'teacher', rights: ['edit'], revision: 1 }
    const changed = await team(owner, 'PUT', '/nia', change)
    expect(changed.body).toMatchObject({ role: 'teacher', rights: [], revision: 2 })
  })

  it('is one of a bounded number', async () => {
    const memberships = createMembershipRepository(lms.table)
    const there = (await memberships.list(courseId)).length
    for (let n = there; n < teamLimits.members; n += 1)
      await memberships.add(courseId, {
        ...{ userId: `more-${n}`, name: '', role: 'assistant', rights: [] },
        ...{ addedAt: '2026-11-28T10:00:00.000Z', revision: 1 },
      })
    expect(await add(owner)).toMatchObject({
      status: 409,
      body: { error: { reason: { code: 'team_full' } } },
    })
  })
})

describe('two who change one member at once', () => {
  it('hear of each other: one writes, the other is shown what stands there', async () => {
    const change = (who: Person, rights: string[]) =>
      team(who, 'PUT', `/${helper}`, { role: 'assistant', rights, revision: 1 })
    const both = await Promise.all([change(owner, ['edit']), change(admin, ['media'])])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const won = both.find(({ status }) => status === 200)?.body
    const lost = both.find(({ status }) => status === 409)?.body.error
    expect(lost.current).toMatchObject({ rights: won.rights, revision: 2 })
    // What stands already may be said again, by whatever revision.
    expect((await change(owner, won.rights)).status).toBe(200)
  })
})

describe('the owner', () => {
  it('can be neither changed nor removed, not even by themselves', async () => {
    const change = { role: 'assistant', rights: [], revision: 1 }
    for (const who of [owner, admin, teacher]) {
      expect((await team(who, 'PUT', '/ada', change)).status).toBe(404)
      expect((await team(who, 'DELETE', '/ada')).status).toBe(404)
    }
    expect(await readDraft(owner)).toBe(200)
  })

  it('hands over to one of the team, and stays as a teacher', async () => {
    const done = await handOver(owner, helper)
    expect(done.body).toMatchObject({ owner: { userId: helper }, me: { role: 'teacher' } })
    expect(done.body.members).toContainEqual(expect.objectContaining({ userId: 'ada' }))
    expect(done.body.members.map(({ userId }: { userId: string }) => userId)).not.toContain(helper)
    const next = { sub: helper }
    expect((await handOver(owner, 'tia')).status).toBe(403)
    // What is remembered of the published course names the former owner.
    const open = (who: Person) =>
      lms.call('learning', who, 'POST', `/my/courses/${courseId}/session`)
    expect((await open(next)).status).toBe(200)
    expect((await open(owner)).status).toBe(200)
    expect((await team(next, 'DELETE', '/ada')).status).toBe(204)
    expect((await open(owner)).status).toBe(404)
    expect(await readDraft(owner)).toBe(404)
    const mine = await lms.call('teaching', next, 'GET', '/teaching/courses')
    expect(mine.body.items).toMatchObject([{ id: courseId, me: { role: 'owner' } }])
  })

  it('is one, though two hand the course over at once', async () => {
    const both = await Promise.all([handOver(owner, helper), handOver(admin, 'tia')])
    // One after the other both may: who was faster is a teacher then, and an administrator still may.
    const statuses = both.map(({ status }) => status)
    expect(statuses).toContain(200)
    for (const status of statuses) expect([200, 403, 409]).toContain(status)
    const { body } = await team(admin, 'GET')
    const everybody = [body.owner, ...body.members].map(({ userId }) => userId)
    expect(new Set(everybody).size).toBe(everybody.length)
    expect(everybody).toContain('ada')
  })

  it('hands over to nobody who is not of the team, or has no account any more', async () => {
    expect((await handOver(owner, 'eve')).status).toBe(404)
    await createMembershipRepository(lms.table).add(courseId, {
      ...{ userId: 'nobody-1', name: 'Gone', role: 'teacher', rights: [] },
      ...{ addedAt: '2026-11-28T10:00:00.000Z', revision: 1 },
    })
    const refused = await handOver(owner, 'nobody-1')
    expect(refused).toMatchObject({
      status: 409,
      body: { error: { reason: { code: 'account_gone' } } },
    })
    // Whose account was deleted is still listed, and can be removed.
    expect((await team(owner, 'DELETE', '/nobody-1')).status).toBe(204)
  })
})

it('everybody may leave, and takes nobody along', async () => {
  expect((await team({ sub: helper }, 'DELETE', '/tia')).status).toBe(403)
  expect((await team({ sub: helper }, 'DELETE', `/${helper}`)).status).toBe(204)
  expect(await readDraft({ sub: helper })).toBe(404)
  expect(await readDraft(teacher)).toBe(200)
})

it('lists the courses of others after one’s own, with as what one teaches them, page by page', async () => {
  const busy = { sub: `busy-${courseId}`, groups: 'author' }
  const { courseId: own } = await makeWorld(lms, busy)
  const address = `${busy.sub}@example.org`
  await add(owner, terms({ email: address, rights: ['edit'] }))
  const list = (query: string) => lms.call('teaching', busy, 'GET', `/teaching/courses?${query}`)
  const whole = (await list('limit=10')).body
  expect(whole.items).toMatchObject([
    { id: own, me: { role: 'owner', rights: [] } },
    { id: courseId, me: { role: 'assistant', rights: ['edit'] } },
  ])
  const pages: string[] = []
  for (let cursor = ''; cursor !== null; ) {
    const { body } = await list(`limit=1${cursor && `&cursor=${cursor}`}`)
    pages.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.nextCursor
  }
  expect(pages).toEqual([own, courseId])
  expect((await list('cursor=others-!')).status).toBe(400)
})

it('names the owner on the card, whoever of the team publishes', async () => {
  expect((await lms.call('teaching', teacher, 'POST', `${base}/versions`)).status).toBe(201)
  const { body } = await lms.call('catalog', null, 'GET', `/courses/${courseId}`)
  expect(body.teacherName).toBe('ada')
})

it('forgets a person’s name in every team', async () => {
  await add(owner)
  expect(await createMembershipRepository(lms.table).forget('nia')).toBeGreaterThan(0)
  expect(await createForgetOwner(lms.table)('ada')).toBeGreaterThan(0)
  const { body } = await team(owner, 'GET')
  expect(body.owner).toEqual({ userId: 'ada', name: '' })
  expect(
    body.members.find(({ userId }: Person & { userId: string }) => userId === 'nia').name,
  ).toBe('')
})
