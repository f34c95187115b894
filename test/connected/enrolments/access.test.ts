import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolmentItems } from '#adapters/dynamo/enrolments/items'
import { shiftDay } from '#contract/rules/calendar'
import type { Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

let lms: Lms
let world: World
beforeAll(async () => {
  lms = await startLms()
  world = await makeWorld(lms)
}, 60_000)
afterAll(() => lms?.close())

const lin = { sub: 'lin-here', name: 'Lin' }
const mine = () => `/my/courses/${world.courseId}`
const learn = (method: string, address = '', who: Person = lin) =>
  lms.call('learning', who, method, `${mine()}${address}`)
const teach = (method: string, body?: unknown, who: Person = people.owner) =>
  lms.call('teaching', who, method, `/teaching/courses/${world.courseId}/people/${lin.sub}`, body)
const beat = async () => {
  const now = new Date().toISOString()
  const body = { positionSeconds: 0, durationSeconds: 0, completed: true, at: now, sentAt: now }
  const address = `${mine()}/lessons/${world.lessonId}/progress`
  return lms.call('learning', lin, 'PUT', address, body)
}
const today = () => new Date().toISOString().slice(0, 10)
const codeOf = ({ body }: { body: { error: { reason?: { code: string } } } }) =>
  body.error.reason?.code

describe('somebody who is suspended', () => {
  beforeAll(async () => {
    await learn('PUT')
    expect((await beat()).status).toBe(200)
    const { status, body } = await teach('PATCH', { suspended: true })
    expect({ status, access: body.access }).toEqual({ status: 200, access: 'suspended' })
  })

  it('is out with the very next call, whatever it is, and is told why', async () => {
    for (const answer of [await learn('POST', '/session'), await beat()]) {
      expect(answer.status).toBe(403)
      expect(codeOf(answer)).toBe('access_suspended')
    }
  })

  it('gets out of it by neither leaving nor enrolling again', async () => {
    expect((await learn('DELETE')).status).toBe(403)
    expect((await learn('PUT')).status).toBe(200)
    expect((await learn('POST', '/session')).status).toBe(403)
  })

  it('is let in again as they were', async () => {
    expect((await teach('PATCH', { suspended: false })).body.access).toBe('open')
    const { status, body } = await learn('POST', '/session')
    expect(status).toBe(200)
    expect(body.progress).toMatchObject([{ completed: true }])
  })
})

describe('a last day', () => {
  it('is included, and access is over the day after, by the calendar of the course', async () => {
    await teach('PATCH', { endsOn: shiftDay(today(), 1) })
    expect((await learn('POST', '/session')).status).toBe(200)
    const { body } = await teach('PATCH', { endsOn: shiftDay(today(), -2) })
    expect(body).toMatchObject({ access: 'ended', endsOn: shiftDay(today(), -2) })
    const refused = await learn('POST', '/session')
    expect([refused.status, codeOf(refused)]).toEqual([403, 'access_ended'])
    expect((await learn('DELETE')).status).toBe(403)
  })

  it('is put off, and leaving and coming back does not take it away', async () => {
    const endsOn = shiftDay(today(), 7)
    expect((await teach('PATCH', { endsOn })).body).toMatchObject({ access: 'open', endsOn })
    expect((await learn('DELETE')).status).toBe(204)
    expect((await learn('PUT')).status).toBe(200)
    expect((await teach('PATCH', {})).body).toMatchObject({ access: 'open', endsOn })
  })

  it('is taken away, and then nothing of it stays with a leaving', async () => {
    expect((await teach('PATCH', { endsOn: null })).body.endsOn).toBeNull()
    await learn('DELETE')
    await learn('PUT')
    expect((await teach('PATCH', {})).body.endsOn).toBeNull()
  })
})

describe('somebody who is removed', () => {
  it('is out, and back as they were when it is undone', async () => {
    await teach('PATCH', { endsOn: shiftDay(today(), 9) })
    const { body: before } = await teach('PATCH', {})
    expect((await teach('DELETE')).status).toBe(204)
    expect((await teach('DELETE')).status).toBe(404)
    expect((await teach('PATCH', { suspended: true })).status).toBe(404)
    expect((await learn('POST', '/session')).status).toBe(404)
    const { status, body } = await teach('PUT')
    expect(status).toBe(200)
    expect(body).toMatchObject({ ...before, lastActiveAt: expect.any(String) })
    expect((await learn('POST', '/session')).body.progress).toMatchObject([{ completed: true }])
    // Undone twice, it is as undone once.
    expect((await teach('PUT')).body).toMatchObject(body)
  })

  it('may enrol again, finds what they did, and is bound by nothing', async () => {
    await teach('DELETE')
    expect((await learn('PUT')).status).toBe(200)
    const { body } = await teach('PATCH', {})
    expect(body).toMatchObject({ endsOn: null, access: 'open', completedLessons: 1 })
    // What was undone by coming back is not undone once more.
    await learn('DELETE')
    expect((await teach('PUT')).status).toBe(404)
  })

  it('has given the place to whoever came meanwhile', async () => {
    await learn('PUT')
    const course = `/teaching/courses/${world.courseId}`
    const { body } = await lms.call('teaching', people.owner, 'GET', course)
    const set = { capacity: 3, revision: body.course.revision }
    const limited = await lms.call('teaching', people.owner, 'PATCH', course, set)
    expect(limited.status).toBe(200)
    await teach('DELETE')
    for (const sub of ['p-1', 'p-2', 'p-3']) await learn('PUT', '', { sub })
    expect((await learn('PUT', '', { sub: 'p-4' })).status).toBe(409)
    const refused = await teach('PUT')
    expect([refused.status, codeOf(refused)]).toEqual([409, 'all_places_taken'])
    await learn('DELETE', '', { sub: 'p-1' })
    expect((await teach('PUT')).status).toBe(200)
    const items = enrolmentItems(lms.table)
    const { userId, courseId } = { userId: lin.sub, courseId: world.courseId }
    expect(await items.get({ userId, courseId })).toMatchObject({ completedLessons: 1 })
  })
})

it('is for those alone who may manage the course’s people', async () => {
  const who = [people.assistant, people.mayReports, people.stranger, people.learner]
  const said = [403, 403, 404, 404]
  for (const [at, one] of who.entries()) {
    expect((await teach('PATCH', { suspended: true }, one)).status).toBe(said[at])
    expect((await teach('DELETE', undefined, one)).status).toBe(said[at])
  }
  for (const one of [people.mayPeople, people.teacher, people.admin])
    expect((await teach('PATCH', {}, one)).status).toBe(200)
})
