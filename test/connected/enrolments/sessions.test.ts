import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type Who } from '#test/support/world'

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

const HOUR = 3_600_000
const NAMES = ['CloudFront-Key-Pair-Id', 'CloudFront-Policy', 'CloudFront-Signature']

/** A `Set-Cookie` line: its name and value, then what the browser is told of it. */
const readCookie = (line: unknown) => {
  const [pair = '', ...attributes] = String(line).split('; ')
  const at = pair.indexOf('=')
  return { name: pair.slice(0, at), value: pair.slice(at + 1), attributes }
}
/** CloudFront's own base 64: `-`, `_` and `~` for what an address may not hold. */
const readPolicy = (text: string) => {
  const base64 = text.replace(/-/g, '+').replace(/_/g, '=').replace(/~/g, '/')
  return JSON.parse(Buffer.from(base64, 'base64').toString('utf8')).Statement
}

describe.each([
  [
    'openCourse',
    (id: string) => `/my/courses/${id}/session`,
    (id: string) => `content/${id}/1/member/`,
  ],
  [
    'openMedia',
    (id: string) => `/teaching/courses/${id}/media-session`,
    (id: string) => `content/${id}/media/`,
  ],
])('%s', (_, addressOf, prefixOf) => {
  const open = (who: Who, courseId: string, siteHost?: string) =>
    lms.call('learning', people[who], 'POST', addressOf(courseId), undefined, siteHost)

  it('gives cookies for one prefix of this course alone, which no script reads', async () => {
    const { courseId } = await makeWorld(lms)
    const cookies = (await open('owner', courseId)).cookies.map(readCookie)
    expect(cookies.map(({ name }) => name).sort()).toEqual(NAMES)
    for (const { attributes } of cookies)
      expect(attributes).toEqual(
        expect.arrayContaining([
          `Path=/${prefixOf(courseId)}`,
          'Secure',
          'HttpOnly',
          'SameSite=Lax',
        ]),
      )
    const policy = cookies.find(({ name }) => name === 'CloudFront-Policy')
    const [statement, ...more] = readPolicy(policy?.value ?? '')
    expect(more).toEqual([])
    expect(statement.Resource).toBe(`https://learn.example.org/${prefixOf(courseId)}*`)
  })

  it('ends cookies and session together, within hours, and the policy less than five minutes later', async () => {
    const { courseId } = await makeWorld(lms)
    const { body, cookies } = await open('admin', courseId)
    const end = Date.parse(body.expiresAt)
    expect(end - Date.now()).toBeGreaterThan(5.9 * HOUR)
    expect(end - Date.now()).toBeLessThanOrEqual(6 * HOUR)
    expect(body.lastsSeconds * 1000).toBe(6 * HOUR)
    for (const { name, value, attributes } of cookies.map(readCookie)) {
      expect(attributes).toContain(`Expires=${new Date(end).toUTCString()}`)
      expect(attributes).toContain(`Max-Age=${6 * 3600}`)
      if (name !== 'CloudFront-Policy') continue
      const [{ Condition }] = readPolicy(value)
      const until = Condition.DateLessThan['AWS:EpochTime']
      expect(until).toBeGreaterThanOrEqual(end / 1000)
      expect(until).toBeLessThan(end / 1000 + 300)
    }
  })

  it('signs for no host that is a pattern, nor without one', async () => {
    const { courseId } = await makeWorld(lms)
    for (const host of ['*', 'a*.example.org', 'a/content/?', ''])
      expect(await open('owner', courseId, host), host).toMatchObject({ status: 500, cookies: [] })
  })

  it('does not know the course of another teacher, and gives no cookie', async () => {
    const { courseId } = await makeWorld(lms)
    expect(await open('stranger', courseId)).toMatchObject({
      status: 404,
      cookies: [],
      body: { error: { code: 'not_found' } },
    })
  })
})

it('lets teachers see the media of a course that is not published, and learners not', async () => {
  const made = await lms.call('teaching', people.owner, 'POST', '/teaching/courses', {
    title: 'Not yet',
  })
  const media = `/teaching/courses/${made.body.id}/media-session`
  expect(await lms.call('learning', people.owner, 'POST', media)).toMatchObject({ status: 200 })
  const session = `/my/courses/${made.body.id}/session`
  for (const who of [people.owner, people.enrolled])
    expect(await lms.call('learning', who, 'POST', session)).toMatchObject({ status: 404 })
  expect(await lms.call('learning', people.enrolled, 'POST', media)).toMatchObject({ status: 404 })
})

it('takes a report of playing from somebody who is not signed in, and answers nothing', async () => {
  const report = {
    stream: 'hls',
    sampleRate: 0.2,
    events: [{ kind: 'start', milliseconds: 300 }],
  }
  const changes = await lms.watch()
  for (const body of [report, { pageLoadMilliseconds: 1200 }]) {
    const answer = await lms.call('learning', people.nobody, 'POST', '/telemetry', body)
    expect(answer).toMatchObject({ status: 202, cookies: [], body: undefined })
  }
  expect(await changes()).toEqual([])
})
