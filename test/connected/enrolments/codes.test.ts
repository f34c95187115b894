import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCodes } from '#adapters/dynamo/people/codes'
import type { EnrolmentCode } from '#contract/enrolments/codes'
import { CODE_SIGNS, codeLimits } from '#contract/enrolments/limits'
import type { Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

let lms: Lms
let world: World
beforeAll(async () => {
  lms = await startLms()
  world = await makeWorld(lms)
  const course = `/teaching/courses/${world.courseId}`
  const { body } = await lms.call('teaching', people.owner, 'GET', course)
  const set = { enrolling: 'code', revision: body.course.revision }
  expect((await lms.call('teaching', people.owner, 'PATCH', course, set)).status).toBe(200)
}, 60_000)
afterAll(() => lms?.close())

let newcomers = 0
const newcomer = () => ({ sub: `new-${++newcomers}` })
const enter = (code: string, who = newcomer()) =>
  lms.call('learning', who, 'PUT', `/my/courses/${world.courseId}/by-code`, { code })
const teach = (method: string, address: string, body?: unknown, who: Person = people.owner) =>
  lms.call('teaching', who, method, `/teaching/courses/${world.courseId}/codes${address}`, body)
const make = async (label = 'A class'): Promise<EnrolmentCode> =>
  (await teach('POST', '', { id: randomUUID(), label })).body
const list = async (): Promise<EnrolmentCode[]> => (await teach('GET', '')).body.items
const reasonOf = ({ body }: { body: { error: { reason?: { code: string } } } }) =>
  body.error.reason?.code

describe('a course that takes people by a code', () => {
  it('takes nobody without one, and says so', async () => {
    const refused = await lms.call('learning', newcomer(), 'PUT', `/my/courses/${world.courseId}`)
    expect([refused.status, reasonOf(refused)]).toEqual([409, 'enrolment_by_code'])
  })

  it('takes whoever has one, however it is typed, and counts them once', async () => {
    const { id, code } = await make()
    expect(code).toMatch(new RegExp(`^[${CODE_SIGNS}]{${codeLimits.length}}$`))
    const who = newcomer()
    const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `
    expect((await enter(typed, who)).status).toBe(200)
    expect((await enter(typed, who)).status).toBe(200)
    expect((await enter(code)).status).toBe(200)
    expect((await list()).find((one) => one.id === id)?.used).toBe(2)
  })

  it('takes nobody by a code that was stopped, until it may enrol again', async () => {
    const { id, code } = await make()
    expect((await teach('PATCH', `/${id}`, { stopped: true })).body.stoppedAt).not.toBeNull()
    const refused = await enter(code)
    expect([refused.status, reasonOf(refused)]).toEqual([403, 'code_unknown'])
    expect((await teach('PATCH', `/${id}`, { stopped: false })).body.stoppedAt).toBeNull()
    expect((await enter(code)).status).toBe(200)
  })

  it('has another code in the place of one that is renewed, once for each that was seen', async () => {
    const { id, code } = await make()
    const { body: renewed } = await teach('PATCH', `/${id}`, { instead: code })
    expect(renewed.code).not.toBe(code)
    expect((await teach('PATCH', `/${id}`, { instead: code })).body.code).toBe(renewed.code)
    expect((await enter(code)).status).toBe(403)
    expect((await enter(renewed.code)).status).toBe(200)
  })

  it('takes nobody by the code of another course', async () => {
    const other = await makeWorld(lms)
    expect((await enter(other.code)).status).toBe(403)
  })

  it('makes one code of one id, and only so many', async () => {
    const body = { id: randomUUID(), label: 'Once' }
    const [first, again] = [await teach('POST', '', body), await teach('POST', '', body)]
    expect(again.body).toEqual(first.body)
    while ((await list()).length < codeLimits.codes) await make()
    const refused = await teach('POST', '', { id: randomUUID(), label: 'One more' })
    expect([refused.status, reasonOf(refused)]).toEqual([409, 'codes_full'])
  })

  it('is for those alone who may manage its people', async () => {
    const { code, codeId } = world
    for (const [who, status] of [
      [people.assistant, 403],
      [people.stranger, 404],
      [people.learner, 404],
    ] as const) {
      expect((await teach('GET', '', undefined, who)).status).toBe(status)
      expect((await teach('PATCH', `/${codeId}`, { instead: code }, who)).status).toBe(status)
    }
    expect((await teach('GET', '', undefined, people.mayPeople)).status).toBe(200)
  })
})

describe('whoever guesses', () => {
  it('has as many tries as are allowed in an hour, and then not even the right one', async () => {
    const who = newcomer()
    const answers = await Promise.all(
      Array.from({ length: codeLimits.triesAnHour * 2 }, (_, n) => enter(`WRONG${n}`, who)),
    )
    const refused = answers.filter(({ status }) => status === 403)
    // An hour may end in between: then some more.
    expect(refused.length).toBeGreaterThanOrEqual(codeLimits.triesAnHour)
    const last = answers.filter(({ status }) => status === 429)
    expect(refused.length + last.length).toBe(answers.length)
    const { code } = await findOpen()
    if (last.length > 0) expect((await enter(code, who)).status).toBe(429)
    expect((await enter(code)).status).toBe(200)
  })

  it('may try again in the next hour', async () => {
    const codes = createCodes(lms.table)
    const now = new Date('2026-11-28T10:59:59.000Z')
    for (let n = 0; n < codeLimits.triesAnHour; n += 1)
      expect(await codes.mayTry('patient', now)).toBe(true)
    expect(await codes.mayTry('patient', now)).toBe(false)
    expect(await codes.mayTry('patient', new Date('2026-11-28T11:00:00.000Z'))).toBe(true)
  })
})

const findOpen = async (): Promise<EnrolmentCode> => {
  const found = (await list()).find(({ stoppedAt }) => stoppedAt === null)
  if (!found) throw new Error('No code enrols')
  return found
}
