import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { textOf } from '#test/support/announcement'
import { startCountedEngine } from '#test/support/counted-engine'
import type { Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { startProjector } from '#test/support/projector'
import { makeWorld, people } from '#test/support/world'

const { owner } = people
const HOUR = 3_600_000
const soon = () => new Date(Date.now() + HOUR).toISOString()

let lms: Lms
let counted: Awaited<ReturnType<typeof startCountedEngine>>
let projector: Awaited<ReturnType<typeof startProjector>>
let courseId: CourseId
let reader: Person
let readers = 0
beforeAll(async () => {
  lms = await startLms(undefined, {
    front: async (engine) => {
      counted = await startCountedEngine(engine)
      return counted.url
    },
    streamed: true,
  })
  projector = await startProjector(lms.engine)
}, 60_000)
afterAll(async () => {
  await projector?.close()
  await lms?.close()
  await counted?.close()
})
beforeEach(async () => {
  ;({ courseId } = await makeWorld(lms))
  readers += 1
  reader = { sub: `reader-${readers}` }
  await enrol()
})

const enrol = (course = courseId) => lms.call('learning', reader, 'PUT', `/my/courses/${course}`)
const list = async (who = reader) =>
  (await lms.call('community', who, 'GET', '/my/notifications')).body
const titles = async () => (await list()).items.map(({ title }: { title: string }) => title)
const base = (course = courseId) => `/teaching/courses/${course}/announcements`
const teach = (method: string, address: string, body?: unknown) =>
  lms.call('community', owner, method, address, body)
const announce = async (title: string, at: string | null = null, course = courseId) => {
  const { body } = await teach('POST', base(course), { title })
  await teach('PATCH', `${base(course)}/${body.id}`, { text: textOf('Come.') })
  const published = await teach('PUT', `${base(course)}/${body.id}/publication`, { at })
  return { id: body.id as string, at: published.body.publishAt as string }
}
/** By the stream, within moments. */
const eventually = (expected: string[]) =>
  vi.waitFor(async () => expect(await titles()).toEqual(expected), {
    timeout: 20_000,
    interval: 50,
  })

describe('a notification', () => {
  it('is of what a course of somebody’s announces, and of nothing that it does not', async () => {
    expect(await list()).toEqual({ items: [], unread: 0 })
    const { id, at } = await announce('The exam')
    await eventually(['The exam'])
    expect(await list()).toEqual({
      items: [
        {
          ...{ kind: 'announcement', id, courseId, title: 'The exam', at, isUnread: true },
          courseTitle: expect.stringMatching(/^World/),
        },
      ],
      unread: 1,
    })
    // Who is not in the course hears of nothing; who comes later finds no news of before.
    expect(await list(people.learner)).toEqual({ items: [], unread: 0 })
    reader = { sub: 'latecomer' }
    await enrol()
    expect(await list()).toEqual({ items: [], unread: 0 })
  })

  it('comes when its announcement does, and goes with it', async () => {
    const at = soon()
    const { id } = await announce('Later', at)
    const now = await announce('Now')
    await eventually(['Now'])
    vi.useFakeTimers({ now: Date.parse(at) + 1, toFake: ['Date'] })
    try {
      expect(await titles()).toEqual(['Later', 'Now'])
    } finally {
      vi.useRealTimers()
    }
    await teach('PATCH', `${base()}/${now.id}`, { title: 'Now, mended' })
    await eventually(['Now, mended'])
    await teach('DELETE', `${base()}/${now.id}`)
    await teach('DELETE', `${base()}/${id}/publication`)
    await eventually([])
  })

  it('is read with the announcements of its course, or with all', async () => {
    const other = await makeWorld(lms)
    await enrol(other.courseId)
    const first = await announce('First')
    const second = await announce('Second', null, other.courseId)
    await eventually(['Second', 'First'])
    const seen = `/my/courses/${courseId}/announcements/seen`
    await lms.call('community', reader, 'PUT', seen, { until: first.at })
    const unread = async () =>
      (await list()).items
        .filter(({ isUnread }: { isUnread: boolean }) => isUnread)
        .map(({ title }: { title: string }) => title)
    expect(await unread()).toEqual(['Second'])
    await lms.call('community', reader, 'PUT', '/my/notifications/seen', { until: second.at })
    expect(await list()).toMatchObject({ unread: 0 })
    // What is new in a course is by the same marks.
    const there = `/my/courses/${other.courseId}/announcements`
    const { body } = await lms.call('community', reader, 'GET', there)
    expect(body.items).toMatchObject([{ title: 'Second', isNew: false }])
    await announce('Third')
    await vi.waitFor(async () => expect(await unread()).toEqual(['Third']), { timeout: 20_000 })
  })

  it('is of no course that somebody wants to hear nothing of, also after they left and came back', async () => {
    const of = `/my/courses/${courseId}/announcements`
    const mute = (muted: boolean) => lms.call('community', reader, 'PUT', `${of}/muting`, { muted })
    expect((await mute(true)).status).toBe(204)
    await announce('Unheard')
    await vi.waitFor(
      async () =>
        expect((await list(people.enrolled)).items[0]).toMatchObject({ title: 'Unheard' }),
      { timeout: 20_000 },
    )
    expect(await titles()).toEqual([])
    await lms.call('learning', reader, 'DELETE', `/my/courses/${courseId}`)
    await enrol()
    await announce('Unheard again')
    const { body } = await lms.call('community', reader, 'GET', of)
    expect(body).toMatchObject({
      isMuted: true,
      items: [{ title: 'Unheard again', isNew: true }, {}],
    })
    expect(await titles()).toEqual([])
    await mute(false)
    await eventually(['Unheard again'])
  })

  it('costs three requests, and what one of its courses keeps for everybody', async () => {
    const cost = async () => {
      counted.take()
      await list()
      return counted
        .take()
        .filter(({ operation }) => operation !== 'GetRecords')
        .map(({ operation, index }) => `${operation} ${index}`.trim())
        .sort()
    }
    const THREE = ['BatchGetItem', 'Query', 'Query gsi1']
    await announce('First')
    await eventually(['First'])
    expect(await cost()).toEqual(THREE)
    for (let n = 0; n < 3; n += 1) {
      const { courseId: more } = await makeWorld(lms)
      await enrol(more)
      await announce(`Of course ${n}`, null, more)
    }
    await eventually(['Of course 2', 'Of course 1', 'Of course 0', 'First'])
    expect(await cost()).toEqual(THREE)
  })

  it('is written for nobody: an announcement writes itself and its course’s news', async () => {
    // By then the stream has told who came in, too.
    await announce('Before')
    await eventually(['Before'])
    const changes = await lms.watch()
    await announce('To many')
    await eventually(['To many', 'Before'])
    const entities = (await changes()).map((key) => /\$(\w+?)_1/.exec(key.split(' ')[1] ?? '')?.[1])
    expect(entities.sort()).toEqual(['announcement', 'coursenews'])
  })
})
