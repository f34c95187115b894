import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createSchedules } from '#adapters/dynamo/publishing/schedule-repository'
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
const run = () => publishDue(null, { getRemainingTimeInMillis: () => 300_000 })
/** As if it had been asked for some time ago, for a moment ago. */
const makeDue = async () => {
  const { at: _, ...asked } = { at: '', ...(await createSchedules(lms.table).get(world.courseId)) }
  await createSchedules(lms.table).put({
    ...{ courseId: world.courseId, by: 'Ada', userId: 'ada', failure: null, ...asked },
    at: new Date(Date.now() - 1_000).toISOString(),
  })
}

it('publishes the draft, as it is at its time, once and not before', async () => {
  const at = inAnHour()
  expect((await ask('PUT', '/schedule', { at })).body.scheduled).toMatchObject({
    at,
    failure: null,
  })
  await ask('PATCH', '', { title: 'Changed after it was scheduled' })
  await run()
  expect(await versions()).toHaveLength(1)
  expect(await schedule()).toMatchObject({ at })
  await makeDue()
  await run()
  await run()
  expect(await versions()).toMatchObject([
    { version: 2, how: 'scheduled', title: 'Changed after it was scheduled' },
    { version: 1 },
  ])
  expect(await schedule()).toBeNull()
})

it('does not publish what was cancelled, or put off', async () => {
  await makeDue()
  await ask('PUT', '/schedule', { at: inAnHour() })
  await run()
  expect(await versions()).toHaveLength(1)
  await makeDue()
  expect((await ask('DELETE', '/schedule')).status).toBe(204)
  await run()
  expect(await versions()).toHaveLength(1)
})

it('says why it could not, until it is read', async () => {
  await ask('DELETE', `/lessons/${world.lessonId}`)
  await makeDue()
  await run()
  await run()
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

it('publishes once what a run published that ended before it said so', async () => {
  await makeDue()
  const due = await createSchedules(lms.table).get(world.courseId)
  await run()
  if (due) await createSchedules(lms.table).put(due)
  await run()
  expect(await versions()).toHaveLength(2)
  expect(await schedule()).toBeNull()
})
