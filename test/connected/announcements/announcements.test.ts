import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncementRepository } from '#adapters/dynamo/announcements/repository'
import { announcementLimits } from '#contract/announcements/limits'
import type { CourseId } from '#contract/platform/ids'
import { announcementOf, textOf } from '#test/support/announcement'
import { startCountedEngine } from '#test/support/counted-engine'
import type { Person } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people } from '#test/support/world'

const { owner, teacher, enrolled, learner, stranger, mayAnnounce } = people
const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()

let lms: Lms
let counted: Awaited<ReturnType<typeof startCountedEngine>>
let courseId: CourseId
beforeAll(async () => {
  lms = await startLms(undefined, {
    front: async (engine) => {
      counted = await startCountedEngine(engine)
      return counted.url
    },
  })
}, 60_000)
afterAll(async () => {
  await lms?.close()
  await counted?.close()
})
beforeEach(async () => {
  ;({ courseId } = await makeWorld(lms))
})

const ask = (who: Person, method: string, address: string, body?: unknown) =>
  lms.call('community', who, method, address, body)
const teach = (who: Person, method: string, place = '', body?: unknown) =>
  ask(who, method, `/teaching/courses/${courseId}/announcements${place}`, body)
const read = (who: Person, query = '') =>
  ask(who, 'GET', `/my/courses/${courseId}/announcements${query}`)
const titles = async (who: Person = enrolled, query = '') =>
  (await read(who, query)).body.items.map(({ title }: { title: string }) => title)
const seen = (who: Person, until: string) =>
  ask(who, 'PUT', `/my/courses/${courseId}/announcements/seen`, { until })
/** Written by the API; answers its id. */
const write = async (title: string, text = textOf('Come.')) => {
  const { body } = await teach(owner, 'POST', '', { title })
  await teach(owner, 'PATCH', `/${body.id}`, { text, revision: body.revision })
  return body.id as string
}
const publish = (id: string, at: string | null = null) =>
  teach(owner, 'PUT', `/${id}/publication`, { at })
/** Stored as they came out, an hour apart, the last an hour ago. */
const came = async (count: number, facts: object = {}) => {
  const repository = createAnnouncementRepository(lms.table)
  for (let n = 0; n < count; n += 1)
    await repository.create(
      announcementOf({ courseId, title: `No ${n + 1}`, publishAt: inHours(n - count), ...facts }),
    )
}

describe('an announcement', () => {
  it('is read by nobody before it is published, and by those of the course from then on', async () => {
    const id = await write('The exam')
    expect(await titles()).toEqual([])
    const { body } = await publish(id)
    expect(body).toMatchObject({ title: 'The exam', editedAt: null })
    for (const who of [enrolled, owner, teacher]) expect(await titles(who)).toEqual(['The exam'])
    for (const who of [learner, stranger]) expect((await read(who)).status).toBe(404)
  })

  it('is read by nobody whom its teachers shut out, until they are taken back', async () => {
    await publish(await write('The exam'))
    const suspend = (suspended: boolean) =>
      lms.call('teaching', owner, 'PATCH', `/teaching/courses/${courseId}/people/${enrolled.sub}`, {
        suspended,
      })
    expect((await suspend(true)).status).toBe(200)
    const mark = await seen(enrolled, inHours(0))
    for (const { status, body } of [await read(enrolled), mark])
      expect([status, body.error.reason.code]).toEqual([403, 'access_suspended'])
    await suspend(false)
    expect(await titles()).toEqual(['The exam'])
  })

  it('whose time has not come can be fetched by no learner, and comes out when it has', async () => {
    const id = await write('Later')
    const at = inHours(1)
    expect((await publish(id, at)).body.publishAt).toBe(at)
    expect(await titles()).toEqual([])
    expect((await teach(enrolled, 'GET', `/${id}`)).status).toBe(404)
    expect((await teach(enrolled, 'GET')).status).toBe(404)
    vi.useFakeTimers({ now: Date.parse(at) + 1, toFake: ['Date'] })
    try {
      expect(await titles()).toEqual(['Later'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('comes out when it was told first, however often it is published', async () => {
    const id = await write('Once')
    const first = await publish(id)
    const again = await publish(id)
    expect(again.body).toEqual(first.body)
    expect((await publish(id, inHours(1))).status).toBe(409)
  })

  it('that is taken back or deleted is read by nobody', async () => {
    const [one, other] = [await write('One'), await write('Other')]
    await publish(one)
    await publish(other)
    expect((await teach(owner, 'DELETE', `/${one}/publication`)).body.publishAt).toBeNull()
    expect((await teach(owner, 'DELETE', `/${other}`)).status).toBe(204)
    expect(await titles()).toEqual([])
    expect((await teach(owner, 'GET', `/${other}`)).status).toBe(404)
    expect((await teach(owner, 'GET')).body.items.map(({ id }: { id: string }) => id)).toContain(
      one,
    )
  })

  it('without a title or a text does not come out, nor loses them later', async () => {
    const { body } = await teach(owner, 'POST', '', {})
    const refused = await publish(body.id)
    expect(refused.status).toBe(400)
    expect(refused.body.error.issues.map(({ path }: { path: string }) => path)).toEqual([
      'body.title',
      'body.text',
    ])
    const id = await write('Said')
    await publish(id)
    expect((await teach(owner, 'PATCH', `/${id}`, { title: ' ' })).status).toBe(400)
    expect((await teach(owner, 'PATCH', `/${id}`, { text: textOf() })).status).toBe(400)
    expect(await titles()).toEqual(['Said'])
  })

  it('says when it was changed after it came out, and not when it was pinned', async () => {
    const id = await write('News')
    await publish(id)
    const pinned = await teach(owner, 'PATCH', `/${id}`, { pinned: true })
    expect(pinned.body.editedAt).toBeNull()
    await teach(owner, 'PATCH', `/${id}`, { title: 'Better news' })
    expect((await read(enrolled)).body.items).toMatchObject([
      { title: 'Better news', editedAt: expect.any(String), authorName: owner.sub },
    ])
  })

  it('tells learners neither whose it is by id nor its revision', async () => {
    await publish(await write('News'))
    const [one] = (await read(enrolled)).body.items
    expect(Object.keys(one).sort()).toEqual(
      'authorName editedAt id isNew pinned publishedAt text title'.split(' '),
    )
    expect(JSON.stringify((await teach(owner, 'GET')).body)).not.toContain('authorId')
  })

  it('keeps what two write in two fields at once, and tells who was late in one', async () => {
    const id = await write('Two')
    const { revision } = (await teach(owner, 'GET', `/${id}`)).body
    const both = await Promise.all([
      teach(owner, 'PATCH', `/${id}`, { title: 'By one', revision }),
      teach(mayAnnounce, 'PATCH', `/${id}`, { text: textOf('By another.'), revision }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const late = await teach(teacher, 'PATCH', `/${id}`, { title: 'Late', revision })
    expect(late).toMatchObject({ status: 409, body: { error: { current: { title: 'By one' } } } })
  })

  it('forgets the name of who wrote it', async () => {
    await publish(await write('News'))
    expect(await createAnnouncementRepository(lms.table).forget(owner.sub)).toBeGreaterThan(0)
    expect((await read(enrolled)).body.items).toMatchObject([{ authorName: '' }])
  })
})

describe('pinned ones', () => {
  it('stand before all others on the first page alone, and there is room for five', async () => {
    await came(announcementLimits.page + 1)
    await came(announcementLimits.pinned, { pinned: true, title: 'Pinned' })
    const { items, nextCursor } = (await read(enrolled)).body
    const pins = items.filter(({ pinned }: { pinned: boolean }) => pinned)
    expect(pins).toEqual(items.slice(0, announcementLimits.pinned))
    expect(items).toHaveLength(announcementLimits.page + announcementLimits.pinned)
    expect(await titles(enrolled, `?cursor=${nextCursor}`)).toEqual(['No 1'])
    const id = await write('One more')
    expect((await teach(owner, 'PATCH', `/${id}`, { pinned: true })).status).toBe(409)
  })
})

describe('a list of many', () => {
  it('is asked for page by page, the last that came out first, for as little however long it is', async () => {
    const cost = async (query = '') => {
      counted.take()
      const { body } = await read(enrolled, query)
      const asked = counted.take().map(({ operation, index }) => `${operation} ${index}`.trim())
      return { body, asked: asked.sort() }
    }
    await came(3)
    // The enrolment; the marks, the course's title and the texts; which are pinned, and which not.
    const BEFORE = ['BatchGetItem', 'BatchGetItem', 'BatchGetItem', 'GetItem']
    const FIRST = [...BEFORE, 'Query gsi1', 'Query gsi1']
    expect((await cost()).asked).toEqual(FIRST)
    await came(60)
    const first = await cost()
    expect(first.asked).toEqual(FIRST)
    const next = await cost(`?cursor=${first.body.nextCursor}`)
    expect(next.asked).toEqual([...BEFORE, 'Query gsi1'])
    const times = [...first.body.items, ...next.body.items].map(
      ({ publishedAt }: { publishedAt: string }) => publishedAt,
    )
    expect(times).toHaveLength(2 * announcementLimits.page)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('tells nothing of another course by its cursor, and takes none that is none', async () => {
    await came(announcementLimits.page + 1)
    const { nextCursor } = (await read(enrolled)).body
    ;({ courseId } = await makeWorld(lms))
    const { status, body } = await read(enrolled, `?cursor=${nextCursor}`)
    expect(status === 400 || body.items.length === 0).toBe(true)
    expect((await read(enrolled, '?cursor=nonsense')).status).toBe(400)
  })
})

describe('what is new', () => {
  const news = async (who: Person) =>
    (await read(who)).body.items
      .filter(({ isNew }: { isNew: boolean }) => isNew)
      .map(({ title }: { title: string }) => title)

  it('came out since somebody enrolled, until they have seen it', async () => {
    await came(2)
    const id = await write('Fresh')
    const { publishAt } = (await publish(id)).body
    expect(await news(enrolled)).toEqual(['Fresh'])
    expect((await seen(enrolled, publishAt)).status).toBe(204)
    expect(await news(enrolled)).toEqual([])
    // Another person has not seen it.
    await lms.call('learning', learner, 'PUT', `/my/courses/${courseId}`)
    expect(await news(learner)).toEqual([])
    await publish(await write('Fresher'))
    expect(await news(enrolled)).toEqual(['Fresher'])
    expect(await news(learner)).toEqual(['Fresher'])
  })

  it('is seen no further than to now, and never less than before', async () => {
    await publish(await write('Fresh'))
    await seen(enrolled, inHours(48))
    await seen(enrolled, inHours(-48))
    expect(await news(enrolled)).toEqual([])
    await publish(await write('After'))
    expect(await news(enrolled)).toEqual(['After'])
  })

  it('is marked by nobody who may not read it', async () => {
    const changes = await lms.watch()
    for (const who of [learner, stranger]) expect((await seen(who, inHours(0))).status).toBe(404)
    expect(await changes()).toEqual([])
  })
})
