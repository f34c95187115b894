import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { type Lms, startLms } from '#test/support/lms'
import { startProjector } from '#test/support/projector'
import { people } from '#test/support/world'

let lms: Lms
let projector: Awaited<ReturnType<typeof startProjector>>
beforeAll(async () => {
  lms = await startLms(undefined, { streamed: true })
  projector = await startProjector(lms.engine)
}, 60_000)
afterAll(async () => {
  await projector?.close()
  await lms?.close()
})

const teach = (method: string, address: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, address, body)

/** Published, of one article, with so many places. */
async function publish(title: string, capacity: number | null) {
  const { body: course } = await teach('POST', '/teaching/courses', { title })
  const base = `/teaching/courses/${course.id}`
  const { body: module } = await teach('POST', `${base}/modules`, { title: 'One' })
  const article = { kind: 'article', title: 'Read me', text: 'Hello' }
  await teach('POST', `${base}/modules/${module.id}/lessons`, article)
  await teach('POST', `${base}/versions`)
  const call = (method: 'PUT' | 'DELETE') => (sub: string) =>
    lms.call('learning', { sub }, method, `/my/courses/${course.id}`)
  const bound = (places: number | null) => teach('PATCH', base, { capacity: places })
  if (capacity !== null) expect((await bound(capacity)).status).toBe(200)
  return {
    ...{ id: `${course.id}`, bound, enter: call('PUT'), leave: call('DELETE') },
    count: async () => (await teach('GET', base)).body.course.enrolmentCount as number,
    placesLeft: async () => {
      const { body } = await lms.call('catalog', null, 'GET', `/courses/${course.slug}`)
      return body.placesLeft as number | null
    },
  }
}

const statuses = (answers: readonly { status: number }[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, those]) => [
      status,
      those?.length,
    ]),
  )
const twenty = Array.from({ length: 20 }, (_, n) => `person-${n}`)

/** Until the stream has told all that happened. */
const settled = () =>
  vi.waitFor(async () => {
    const before = projector.records()
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(projector.records()).toBe(before)
  }, 20_000)

it('gives the last place to one of twenty who come at once', async () => {
  const course = await publish('One left', 1)
  const answers = await Promise.all(twenty.map((sub) => course.enter(sub)))
  expect(statuses(answers)).toEqual({ 200: 1, 409: 19 })
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.body.error.reason.code).toBe('all_places_taken')
  expect(await course.count()).toBe(1)
  await settled()
  expect(await course.count()).toBe(1)
  expect(await createEnrolmentCounter(lms.table).recount(course.id)).toBe(0)
  expect(await course.placesLeft()).toBe(0)
}, 60_000)

it('never takes more than it has, however they come and go', async () => {
  const course = await publish('Coming and going', 5)
  for (let round = 0; round < 3; round += 1) {
    const came = await Promise.all(twenty.map((sub) => course.enter(sub)))
    const inside = twenty.filter((_, n) => came[n]?.status === 200)
    expect(inside).toHaveLength(5)
    // Some leave and come back while others try for their places.
    await Promise.all(inside.slice(0, 3).map((sub) => course.leave(sub)))
    const again = await Promise.all(twenty.map((sub) => course.enter(sub)))
    expect(again.filter(({ status }) => status === 200).length).toBe(5)
    expect(await course.count()).toBe(5)
    await settled()
    expect(await course.count()).toBe(5)
    await Promise.all(twenty.map((sub) => course.leave(sub)))
    await settled()
    expect(await course.count()).toBe(0)
  }
}, 120_000)

it('is bounded while people are in it, and unbounded again', async () => {
  const course = await publish('Bounded later', null)
  for (const sub of twenty.slice(0, 4)) expect((await course.enter(sub)).status).toBe(200)
  await vi.waitFor(async () => expect(await course.count()).toBe(4), 20_000)
  const refused = await course.bound(3)
  expect(refused.body.error.reason).toEqual({
    code: 'fewer_than_enrolled',
    params: { enrolled: 4 },
  })
  expect((await course.bound(5)).body).toMatchObject({ capacity: 5 })
  expect((await course.enter('fifth')).status).toBe(200)
  expect((await course.enter('sixth')).status).toBe(409)
  // Who was there before the course had a bound gives a place back, too.
  await course.leave('person-0')
  await vi.waitFor(async () => expect((await course.enter('sixth')).status).toBe(200), 20_000)
  expect((await course.bound(null)).body).toMatchObject({ capacity: null })
  expect((await course.enter('seventh')).status).toBe(200)
  await settled()
  expect(await course.count()).toBe(6)
  expect(await course.placesLeft()).toBe(null)
}, 60_000)
