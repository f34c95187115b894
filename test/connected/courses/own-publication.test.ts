import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Lms, startLms } from '#test/support/lms'
import { type LocalSite, startLocalSite } from '#test/support/local-site'
import { makeWorld, people } from '#test/support/world'

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>

let lms: Lms
let site: LocalSite
let catalog: Handler
let calls = 0

beforeAll(async () => {
  lms = await startLms()
  catalog = (await import('#functions/catalog/index')).handler
  site = await startLocalSite({
    invoke: (event) => {
      calls += 1
      return catalog(event, Object.create(null))
    },
  })
}, 120_000)
afterAll(async () => {
  await site?.close()
  await lms?.close()
})

const teach = async (method: string, address: string, body?: unknown) => {
  const answer = await lms.call('teaching', people.owner, method, address, body)
  expect(answer.status, `${method} ${address}`).toBeLessThan(300)
  return answer.body
}
/** As a browser asks: through the edge, the firewall and the gateway with its cache. */
const get = async (path: string) => {
  const answer = await fetch(`${site.url}/api${path}`)
  return { status: answer.status, body: await answer.json() }
}
const inList = (body: { items: { id: string; summary: string }[] }, id: string) =>
  body.items.find((card) => card.id === id)?.summary

describe('whoever published sees it at once', () => {
  let id: string
  let slug: string
  beforeEach(async () => {
    const world = await makeWorld(lms)
    id = world.courseId
    slug = world.course
    await teach('PATCH', `/teaching/courses/${id}`, { summary: 'Before' })
    await teach('POST', `/teaching/courses/${id}/versions`)
    // Everybody has asked, so every level remembers what was before.
    const own = (await get(`/courses/${id}`)).body
    for (const path of [`/courses/${slug}`, '/courses?limit=24'])
      expect((await get(path)).status, path).toBe(200)
    expect(own.summary).toBe('Before')
    await teach('PATCH', `/teaching/courses/${id}`, { summary: 'After' })
  })
  const publish = async () => {
    const { publishedVersion } = await teach('POST', `/teaching/courses/${id}/versions`)
    return `published=${id}.${publishedVersion}`
  }

  it('on the course’s page, by either of its names, while others see what was before', async () => {
    const published = await publish()
    expect((await get(`/courses/${slug}?${published}`)).body.summary).toBe('After')
    expect((await get(`/courses/${id}?${published}`)).body.summary).toBe('After')
    expect((await get(`/courses/${slug}`)).body.summary).toBe('Before')
  })

  it('in the list, first', async () => {
    const published = await publish()
    const { body } = await get(`/courses?limit=24&${published}`)
    expect(inList(body, id)).toBe('After')
    expect(body.items[0].id).toBe(id)
    expect(inList((await get('/courses?limit=24')).body, id)).not.toBe('After')
  })

  it('and once asked, the gateway knows the answer', async () => {
    const published = await publish()
    await get(`/courses/${slug}?${published}`)
    calls = 0
    await get(`/courses/${slug}?${published}`)
    expect(calls).toBe(0)
  })

  it('a version that there is not is answered with what there is', async () => {
    const { body, status } = await get(`/courses/${slug}?published=${id}.999`)
    expect({ status, summary: body.summary }).toEqual({ status: 200, summary: 'Before' })
    const list = await get(`/courses?limit=24&published=${id}.999`)
    expect(list.status).toBe(200)
    expect((await get(`/courses/${slug}?published=crs_01JZZZZZZZZZZZZZZZZZZZZZZZ.1`)).status).toBe(
      200,
    )
  })

  it.each([
    '',
    '1',
    'x.1',
    'crs_01JZZZZZZZZZZZZZZZZZZZZZZZ.0',
    'crs_01JZZZZZZZZZZZZZZZZZZZZZZZ.1.2',
  ])('what is no publication is refused: “%s”', async (published) => {
    expect((await get(`/courses/${slug}?published=${published}`)).status).toBe(400)
  })
})

it('a course that is published first is there, though everybody was told that it is not', async () => {
  const { id, slug } = await teach('POST', '/teaching/courses', { title: `New ${Date.now()}` })
  expect((await get(`/courses/${slug}`)).status).toBe(404)
  const module = await teach('POST', `/teaching/courses/${id}/modules`, { title: 'One' })
  await teach('POST', `/teaching/courses/${id}/modules/${module.id}/lessons`, {
    kind: 'article',
    title: 'Read me',
    text: 'Hello',
  })
  await teach('POST', `/teaching/courses/${id}/versions`)
  expect((await get(`/courses/${slug}?published=${id}.1`)).status).toBe(200)
})
