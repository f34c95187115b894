import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createCourseReader } from '#adapters/dynamo/courses/course-reader'
import { propertyLimits } from '#contract/courses/properties/limits'
import { type Lms, startLms } from '#test/support/lms'
import { people } from '#test/support/world'

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
}, 60_000)
afterAll(() => lms?.close())

const teach = (method: string, address: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, address, body)
const visit = (address: string) => lms.call('catalog', null, 'GET', address)
const enrol = (sub: string, id: string) => lms.call('learning', { sub }, 'PUT', `/my/courses/${id}`)

/** Once what an environment remembers is over. */
const eventually = (expectation: () => Promise<void>) =>
  vi.waitFor(expectation, { timeout: 20_000, interval: 500 })

/** Published, of one article. */
async function publish(title: string) {
  const { body: course } = await teach('POST', '/teaching/courses', { title })
  const base = `/teaching/courses/${course.id}`
  const { body: module } = await teach('POST', `${base}/modules`, { title: 'One' })
  const article = { kind: 'article', title: 'Read me', text: 'Hello' }
  await teach('POST', `${base}/modules/${module.id}/lessons`, article)
  expect((await teach('POST', `${base}/versions`)).status).toBe(201)
  const change = async (fields: object) => teach('PATCH', base, fields)
  /** By the table: what is remembered of the list is some seconds old. */
  const listed = async () => {
    const { items } = await createCourseReader(lms.table).listPublished({ limit: 100 })
    return items.some(({ id }) => id === course.id)
  }
  return { id: `${course.id}`, slug: `${course.slug}`, base, change, listed }
}

describe('what a course says of itself', () => {
  it('shows when it is published, and is kept as it was said', async () => {
    const { slug, base, change } = await publish('Said')
    const said = {
      description: 'Line by line.',
      ...{ language: 'es', level: 'advanced', timeZone: 'Europe/Madrid' },
      ...{ startsOn: '2027-02-01', endsOn: '2027-03-01' },
    }
    const topics = ['  Linear   algebra', 'linear ALGEBRA', 'Cafe\u0301']
    const changed = await change({ ...said, topics })
    expect(changed).toMatchObject({
      status: 200,
      body: { ...said, topics: ['Linear algebra', 'Caf\u00e9'] },
    })
    expect((await visit(`/courses/${slug}`)).body).toMatchObject({ description: '', level: null })
    await teach('POST', `${base}/versions`)
    await eventually(async () =>
      expect((await visit(`/courses/${slug}`)).body).toMatchObject({ ...said, version: 2 }),
    )

    // A field that says nothing again takes nothing else along.
    await change({ level: null, startsOn: null })
    const { body } = await teach('GET', base)
    expect(body.course).toMatchObject({ level: null, startsOn: null, language: 'es' })
  })

  it.each([
    ['body.endsOn', { startsOn: '2027-02-01', endsOn: '2027-01-31' }],
    ['body.startsOn', { startsOn: '2027-02-30' }],
    ['body.timeZone', { timeZone: 'Mars/Olympus' }],
    ['body.language', { language: 'not a tag' }],
    ['body.topics', { topics: Array.from({ length: 11 }, (_, n) => `topic ${n}`) }],
    ['body.topics.0', { topics: ['t'.repeat(41)] }],
    ['body.capacity', { capacity: 0 }],
    ['body.slug', { slug: 'No Slug' }],
  ])('is refused where %s is not as it should be', async (path, fields) => {
    const { change } = await publish('Refused')
    const { status, body } = await change(fields)
    expect(status).toBe(400)
    expect(body.error.issues).toEqual([expect.objectContaining({ path })])
  })
})

describe('an address', () => {
  it('leads on from all that the course had before', async () => {
    const { id, change } = await publish('First name')
    expect((await change({ slug: 'second-name' })).body).toMatchObject({ slug: 'second-name' })
    const third = await change({ slug: 'third-name' })
    expect(third.body.formerSlugs).toEqual(['second-name', 'first-name'])
    for (const former of ['first-name', 'second-name']) {
      const moved = await visit(`/courses/${former}`)
      expect(moved.status).toBe(301)
      expect(moved.headers.location).toBe('third-name')
    }
    expect((await visit('/courses/third-name')).body).toMatchObject({ id, slug: 'third-name' })
    const { items } = await createCourseReader(lms.table).listPublished({ limit: 100 })
    expect(items).toContainEqual(expect.objectContaining({ id, slug: 'third-name' }))
    // An own one may come back, and leads to itself alone.
    const back = await change({ slug: 'first-name' })
    expect(back.body.formerSlugs).toEqual(['third-name', 'second-name'])
    await eventually(async () => expect((await visit('/courses/first-name')).status).toBe(200))
  })

  it('is refused in words where another course has it, or had it', async () => {
    const { change } = await publish('Held name')
    await change({ slug: 'held-no-more' })
    const other = await publish('Wants it')
    for (const slug of ['held-name', 'held-no-more']) {
      const refused = await other.change({ slug })
      expect(refused).toMatchObject({
        status: 409,
        body: { error: { reason: { code: 'slug_taken', params: { slug } } } },
      })
    }
    expect((await visit(`/courses/${other.slug}`)).status).toBe(200)
  })

  it('holds twenty names before it at most, and lists its course once', async () => {
    const { id, change } = await publish('Renamed often')
    for (let n = 0; n <= propertyLimits.formerSlugs; n += 1)
      expect((await change({ slug: `renamed-${n}` })).status).toBe(200)
    expect((await visit('/courses/renamed-often')).status).toBe(404)
    expect((await visit('/courses/renamed-0')).status).toBe(301)
    const free = await publish('Renamed often')
    expect(free.slug).toBe('renamed-often')
    const { body } = await lms.call(
      'teaching',
      people.admin,
      'GET',
      '/teaching/courses?whose=all&limit=100',
    )
    expect(body.items.filter((one: { id: string }) => one.id === id)).toHaveLength(1)
  })
})

describe('a course that is', () => {
  it('unlisted is found by its address alone', async () => {
    const { id, slug, base, change, listed } = await publish('Unlisted')
    expect(await listed()).toBe(true)
    await change({ visibility: 'unlisted' })
    expect(await listed()).toBe(false)
    await teach('POST', `${base}/versions`)
    expect(await listed()).toBe(false)
    await eventually(async () =>
      expect((await visit(`/courses/${slug}`)).body).toMatchObject({ visibility: 'unlisted' }),
    )
    expect((await enrol('una', id)).status).toBe(200)
    await change({ visibility: 'public' })
    expect(await listed()).toBe(true)
  })

  it('private is nowhere, and goes on for its members', async () => {
    const { id, slug, base, change, listed } = await publish('Private')
    await enrol('pia', id)
    await change({ visibility: 'private', slug: 'private-now' })
    await teach('POST', `${base}/versions`)
    expect(await listed()).toBe(false)
    for (const name of [id, slug, 'private-now'])
      expect((await visit(`/courses/${name}`)).status).toBe(404)
    expect((await enrol('paul', id)).status).toBe(404)
    expect((await enrol('pia', id)).status).toBe(200)
    const open = (sub: string) => lms.call('learning', { sub }, 'POST', `/my/courses/${id}/session`)
    expect((await open('pia')).status).toBe(200)
    expect((await open('paul')).status).toBe(404)
  })

  it('made private while somebody publishes it is in no list', async () => {
    const { base, change, listed } = await publish('Both at once')
    for (let n = 0; n < 5; n += 1) {
      const done = await Promise.all([
        change({ visibility: n % 2 ? 'unlisted' : 'private' }),
        teach('POST', `${base}/versions`),
      ])
      expect(done[0].status).toBe(200)
      expect(await listed()).toBe(false)
      await change({ visibility: 'public' })
      expect(await listed()).toBe(true)
    }
  })

  it('closed takes nobody else', async () => {
    const { id, change } = await publish('Closed')
    await enrol('cleo', id)
    await change({ enrolling: 'closed' })
    const refused = await enrol('cora', id)
    expect(refused.body.error.reason.code).toBe('enrolment_closed')
    expect((await enrol('cleo', id)).status).toBe(200)
    await change({ enrolling: 'open' })
    expect((await enrol('cora', id)).status).toBe(200)
  })
})
