import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createBurstRepository } from '#adapters/dynamo/bursts/repository'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { callsTo } from '#contract/bursts/calls-to'
import { burstKinds } from '#contract/bursts/kinds/index'
import { type Lms, startLms } from '#test/support/lms'
import { cameIn } from '#test/support/membership'
import { startProjector } from '#test/support/projector'
import { startScaling } from '#test/support/scaling'
import { people } from '#test/support/world'

const LEARNING = 'function:learning:live'
const CATALOG = 'function:catalog:live'
const MINUTE = 60_000
const QUARTER = 15 * MINUTE
/** Half of 5,000 come within a minute, with four calls each: 167 a second, ten for each environment, at 70 %. */
const NEEDED = 24

let lms: Lms
let projector: Awaited<ReturnType<typeof startProjector>>
let scaling: Awaited<ReturnType<typeof startScaling>>
let plan: (event: { everyCourse?: boolean }) => Promise<void>

beforeAll(async () => {
  lms = await startLms(undefined, { streamed: true })
  scaling = await startScaling({ [LEARNING]: { min: 3, max: 60 }, [CATALOG]: { min: 3, max: 20 } })
  const targetOf = (service: 'catalog' | 'learning', resourceId: string, max: number) => ({
    ...{ resourceId, min: 3, max, schedule: [] },
    perMember: { opening: (callsTo(service, burstKinds.opening) * 50) / 10 / 70 },
  })
  process.env.WARM_TARGETS = JSON.stringify([
    targetOf('catalog', CATALOG, 20),
    targetOf('learning', LEARNING, 60),
  ])
  projector = await startProjector(lms.engine)
  plan = (await import('#functions/burst-watch/index')).handler
}, 60_000)
afterAll(async () => {
  await projector?.close()
  await scaling?.close()
  await lms?.close()
})

const teach = async (method: string, address: string, body?: unknown) => {
  const answer = await lms.call('teaching', people.owner, method, address, body)
  expect(answer.status, `${method} ${address}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body
}

/** A quarter's beginning that is at least so far away. */
const quarterIn = (minutes: number) =>
  new Date(Math.ceil((Date.now() + minutes * MINUTE) / QUARTER) * QUARTER)

async function makeCourse(members: number) {
  const { id } = await teach('POST', '/teaching/courses', { title: `Openings of ${members}` })
  const base = `/teaching/courses/${id}`
  const module = await teach('POST', `${base}/modules`, { title: 'One' })
  const article = { kind: 'article', title: 'Opens', text: 'Hello' }
  const lesson = await teach('POST', `${base}/modules/${module.id}/lessons`, article)
  await createEnrolmentCounter(lms.table).apply(
    id,
    Array.from({ length: members }, (_, n) => cameIn(`person-${n}`)),
  )
  return {
    id: String(id),
    /** Published with a gate that opens then; null: with none. */
    opens: async (from: Date | null) => {
      const audience = { who: 'members', from: from?.toISOString() ?? null }
      await teach('PATCH', `${base}/lessons/${lesson.id}`, { audience })
      await teach('POST', `${base}/versions`)
      await vi.waitFor(
        async () => expect(await burstsOf(id)).toEqual(from ? [from.toISOString()] : []),
        { timeout: 20_000, interval: 50 },
      )
    },
  }
}

const burstsOf = async (courseId: string) => {
  const now = Date.now()
  const all = await createBurstRepository(lms.table).list(
    'opening',
    new Date(now),
    new Date(now + 24 * 60 * MINUTE),
  )
  return all.filter((one) => one.courseId === courseId).map(({ at }) => at.toISOString())
}

/** What is planned for learning, by time. */
const planned = () =>
  [...(scaling.targets.byId.get(LEARNING)?.actions.values() ?? [])]
    .map(({ schedule, change }) => `${schedule} ${change.min}-${change.max}`)
    .sort()
const action = (at: Date, min: number, max = 60) =>
  `at(${at.toISOString().slice(0, 19)}) ${min}-${max}`
const around = (opens: Date, min = 3 + NEEDED) => [
  action(new Date(+opens - QUARTER), min),
  action(new Date(+opens + 3 * QUARTER), 3),
]

describe('A gate that opens in an hour to 5,000 members', () => {
  const opens = quarterIn(60)
  let course: Awaited<ReturnType<typeof makeCourse>>

  it('has environments warm from a quarter of an hour before, and gives them back', async () => {
    course = await makeCourse(5_000)
    await course.opens(opens)
    await plan({})
    expect(planned()).toEqual(around(opens))
    expect(scaling.targets.byId.get(CATALOG)?.actions.size).toBe(0)
  })

  it('is planned once, however often somebody looks, and though it is published again', async () => {
    scaling.asked()
    await plan({})
    await course.opens(opens)
    await plan({})
    expect(planned()).toEqual(around(opens))
    expect(scaling.asked().filter((operation) => /Put|Delete/.test(operation))).toEqual([])
  })

  it('has its place moved where the gate is', async () => {
    const later = new Date(+opens + 2 * QUARTER)
    await course.opens(later)
    await plan({})
    expect(planned()).toEqual(around(later))
    await course.opens(opens)
    await plan({})
    expect(planned()).toEqual(around(opens))
  })

  it('adds to what another course brings at the time', async () => {
    const other = await makeCourse(1_000)
    await other.opens(opens)
    await plan({})
    expect(planned()).toEqual(around(opens, 3 + Math.ceil((NEEDED * 6) / 5)))
    await other.opens(null)
    await plan({})
    expect(planned()).toEqual(around(opens))
  })

  it('brings nothing for a course of a few', async () => {
    const few = await makeCourse(30)
    await few.opens(quarterIn(300))
    await plan({})
    expect(planned()).toEqual(around(opens))
  })

  it('is found at night where the stream has lost it', async () => {
    await createBurstRepository(lms.table).replace(course.id, 'opening', [])
    await plan({})
    expect(planned()).toEqual([])
    await plan({ everyCourse: true })
    expect(planned()).toEqual(around(opens))
  })

  it('is planned though the service turns requests away', async () => {
    scaling.targets.byId.get(LEARNING)?.actions.clear()
    scaling.throttle(3)
    await plan({})
    expect(planned()).toEqual(around(opens))
  })

  it('changes how many are warm when its time comes, and when it is over', () => {
    const begin = +opens - QUARTER
    scaling.targets.run(new Date(begin - 1_000))
    expect(scaling.warm).toEqual({})
    scaling.targets.run(new Date(begin))
    expect(scaling.warm).toEqual({ [LEARNING]: 3 + NEEDED })
    scaling.targets.run(new Date(+opens + 3 * QUARTER))
    expect(scaling.warm).toEqual({ [LEARNING]: 3 })
  })

  it('that is taken away has nothing planned any more', async () => {
    await course.opens(null)
    await plan({})
    expect(planned()).toEqual([])
  })
})
