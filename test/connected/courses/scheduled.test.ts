import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

let lms: Lms
let world: World
let base: string
let publishDue: Awaited<typeof import('#functions/publish-due/index')>['handler']
beforeAll(async () => {
  lms = await startLms()
  publishDue = (await import('#functions/publish-due/index')).handler
})
afterAll(() => lms?.close())
beforeEach(async () => {
  world = await makeWorld(lms)
  base = `/teaching/courses/${world.courseId}`
})

const ask = (method: string, path: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, `${base}${path}`, body)
const schedule = async () => (await ask('GET', '/schedule')).body.scheduled
const versions = async () => (await ask('GET', '/versions')).body.items
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
/** The worker, some minutes from now. */
const runIn = async (minutes: number) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
  try {
    await publishDue(null, { getRemainingTimeInMillis: () => 300_000 })
  } finally {
    vi.useRealTimers()
  }
}

it('publishes the draft, as it is at its time, once and not before', async () => {
  const at = inAnHour()
  expect((await ask('PUT', '/schedule', { at })).body.scheduled).toMatchObject({
    at,
    failure: null,
  })
  await ask('PATCH', '', { title: 'Changed after it was scheduled' })
  await runIn(59)
  expect(await versions()).toHaveLength(1)
  expect(await schedule()).toMatchObject({ at })
  await runIn(61)
  await runIn(62)
  expect(await versions()).toMatchObject([
    { version: 2, how: 'scheduled', title: 'Changed after it was scheduled' },
    { version: 1 },
  ])
  expect(await schedule()).toBeNull()
})

it('does not publish what was cancelled, or put off', async () => {
  await ask('PUT', '/schedule', { at: inAnHour() })
  const later = new Date(Date.now() + 2 * 3_600_000).toISOString()
  await ask('PUT', '/schedule', { at: later })
  await runIn(61)
  expect(await versions()).toHaveLength(1)
  expect((await ask('DELETE', '/schedule')).status).toBe(204)
  await runIn(121)
  expect(await versions()).toHaveLength(1)
})

it('says why it could not, until it is read', async () => {
  await ask('PUT', '/schedule', { at: inAnHour() })
  await ask('DELETE', `/lessons/${world.lessonId}`)
  await runIn(61)
  await runIn(62)
  expect(await versions()).toHaveLength(1)
  expect(await schedule()).toMatchObject({
    failure: { code: 'not_publishable', params: { problems: [{ code: 'no_lessons' }] } },
  })
  await ask('DELETE', '/schedule')
  expect(await schedule()).toBeNull()
})

it('takes no time that is past', async () => {
  const at = new Date(Date.now() - 60_000).toISOString()
  expect((await ask('PUT', '/schedule', { at })).status).toBe(400)
  expect(await schedule()).toBeNull()
})
