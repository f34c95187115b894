import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentKeys } from '#contract/courses/content'
import type { CoursePublished } from '#contract/courses/events'
import { MADE_PAGE_ID } from '#contract/courses/public-pages'
import { CourseId } from '#contract/platform/ids'
import { LANGUAGE_COOKIE, languages, pageOf } from '#contract/words/languages'
import { forgetPages } from '#core/courses/forget-pages'
import { type Lms, startLms } from '#test/support/lms'
import { type LocalSite, startLocalSite } from '#test/support/local-site'
import { type BuiltClient, buildClient } from '#test/support/renderers'
import { makeWorld, people } from '#test/support/world'

const HOSTILE = `</script><img src=x onerror="alert(1)">'"&lt;<!-- \u2028$&`

let client: BuiltClient
let lms: Lms
let site: LocalSite
let render: (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>
let asked: APIGatewayProxyEvent[] = []

beforeAll(async () => {
  client = buildClient()
  lms = await startLms()
  Object.assign(process.env, { RENDERERS: client.renderers, SITE_DOMAIN: 'learn.school.example' })
  for (const language of languages) await deploy(language, client.page(language))
  const pages = (await import('#functions/pages/index')).handler
  render = pages
  site = await startLocalSite({
    invoke: (event) => {
      asked.push(event)
      return render(event)
    },
    objects: Object.fromEntries(
      languages.map((language) => [
        pageOf(language),
        { text: client.page(language), contentType: 'text/html', cacheControl: 'no-cache' },
      ]),
    ),
  })
}, 240_000)
afterAll(async () => {
  await site?.close()
  await lms?.close()
  client?.remove()
})

const deploy = (language: (typeof languages)[number], Body: string) =>
  new S3Client({}).send(
    new PutObjectCommand({
      Bucket: process.env.CONTENT_BUCKET,
      Key: contentKeys.emptyPage(language),
      Body,
    }),
  )

const teach = async (method: string, address: string, body?: unknown) => {
  const answer = await lms.call('teaching', people.owner, method, address, body)
  expect(answer.status, `${method} ${address}`).toBeLessThan(300)
  return answer.body
}

/** A published course with one lesson, all called the same. */
async function publish(title: string): Promise<{ id: CourseId; slug: string }> {
  const course = await teach('POST', '/teaching/courses', { title, summary: title })
  const id = CourseId.parse(course.id)
  const module = await teach('POST', `/teaching/courses/${id}/modules`, { title })
  const lesson = { kind: 'article', title, text: 'Hello' }
  await teach('POST', `/teaching/courses/${id}/modules/${module.id}/lessons`, lesson)
  await teach('POST', `/teaching/courses/${id}/versions`)
  return { id, slug: course.slug }
}

const get = async (path: string, headers: Record<string, string> = {}) => {
  asked = []
  const answer = await fetch(`${site.url}${path}`, { headers })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

const dataIn = (html: string) =>
  JSON.parse(html.match(new RegExp(`id="${MADE_PAGE_ID}">(.*?)</script>`, 's'))?.[1] ?? 'null')
const structuredIn = (html: string) =>
  JSON.parse(html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1] ?? 'null')

describe('a course’s page', () => {
  it('comes as HTML that shows the course, says what it is, and carries what it was made of', async () => {
    const { course, courseId } = await makeWorld(lms)
    const { status, headers, html } = await get(`/courses/${course}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toContain('s-maxage=86400')
    const address = `https://learn.school.example/courses/${course}`
    expect(html).toMatch(/<title>World \d+ · Lectern<\/title>/)
    expect(html).toContain(`<link rel="canonical" href="${address}"/>`)
    expect(html).toContain(`<meta property="og:url" content="${address}"/>`)
    expect(html).toMatch(/<h1><bdi>World \d+<\/bdi><\/h1>/)
    // Its outline: a module and a lesson.
    expect(html).toContain('<h3><bdi>One</bdi></h3>')
    expect(html).toContain('<bdi>Read me</bdi>')
    expect(dataIn(html)).toMatchObject({
      path: `/courses/${course}`,
      shown: { kind: 'course', course: { id: courseId, version: 1 } },
    })
    expect(structuredIn(html)).toMatchObject({
      '@type': 'Course',
      url: address,
      syllabusSections: [{ '@type': 'Syllabus', name: 'One' }],
    })
  })

  it('by its id is the same page, whose address is that of the slug', async () => {
    const { course, courseId } = await makeWorld(lms)
    const { html } = await get(`/courses/${courseId}`, { 'accept-encoding': 'identity' })
    expect(html).toContain(`href="https://learn.school.example/courses/${course}"`)
    expect(dataIn(html).path).toBe(`/courses/${courseId}`)
  })

  it('names the client in a template alone, so that nothing of it is fetched before it is painted', async () => {
    const { course } = await makeWorld(lms)
    const { html } = await get(`/courses/${course}`)
    const [, client = ''] = /<template id="client">(.*?)<\/template>/s.exec(html) ?? []
    expect(client).toContain('<script type="module" crossorigin')
    expect(html.replace(client, '')).not.toMatch(/modulepreload|type="module" crossorigin/)
    // As a file: a policy of another release would refuse it in the page, which then had no client.
    expect(html).toMatch(/<script async fetchpriority="low" src="\/assets\/early-[^"]+"><\/script>/)
  })

  it('shows what people wrote as text, wherever it stands', async () => {
    const { slug } = await publish(HOSTILE)
    const { html } = await get(`/courses/${slug}`)
    expect(html).not.toContain('<img')
    expect(html).not.toContain('onerror="')
    // As many scripts as were meant: the first look, what begins early and its facts, the client, two of data.
    expect(html.match(/<script\b/g)).toHaveLength(6)
    expect(html.match(/<\/script>/g)).toHaveLength(6)
    expect(html.match(/<!--(?!\$|\/\$| -->)/g)).toBeNull()
    expect(dataIn(html).shown.course.title).toBe(HOSTILE)
    expect(structuredIn(html).name).toBe(HOSTILE)
    const catalogue = await get('/')
    expect(catalogue.html).not.toContain('<img')
    expect(structuredIn(catalogue.html).itemListElement[0].name).toBe(HOSTILE)
  })

  it('is 404 with the empty client where there is none, or none that is published, and is not kept', async () => {
    const draft = await teach('POST', '/teaching/courses', { title: 'Only a draft' })
    for (const name of [
      'no-such-course',
      draft.slug,
      draft.id,
      'NOT-A-SLUG',
      '..%2f',
      'a'.repeat(80),
    ])
      for (let times = 0; times < 2; times++) {
        const { status, headers, html } = await get(`/courses/${name}`)
        expect({ name, status }).toEqual({ name, status: 404 })
        expect(html).toBe(client.page('en'))
        expect(html).not.toContain('Only a draft')
        expect(headers.get('x-cache')).not.toContain('Hit')
        expect(asked).toHaveLength(1)
      }
  })
})

describe('the catalogue', () => {
  it('comes as HTML with its courses, newest first, as a list', async () => {
    const older = await publish('The older course')
    const newer = await publish('The newer course')
    site.invalidate('/*')
    const { html } = await get('/')
    expect(html.indexOf('The newer course')).toBeLessThan(html.indexOf('The older course'))
    expect(html).toContain(`href="/courses/${older.slug}"`)
    const { itemListElement } = structuredIn(html)
    expect(itemListElement[0]).toEqual({
      '@type': 'ListItem',
      position: 1,
      name: 'The newer course',
      url: `https://learn.school.example/courses/${newer.slug}`,
    })
  })
})

describe('the edge', () => {
  it('has a page made once in each language, and chooses it by the cookie or else by the browser', async () => {
    const { slug } = await publish('In two languages')
    const cases = [
      [{}, 'en', 'Miss'],
      [{}, 'en', 'Hit'],
      [{ 'accept-language': 'es-MX,es;q=0.9' }, 'es', 'Miss'],
      [{ 'accept-language': 'en', cookie: `${LANGUAGE_COOKIE}=es` }, 'es', 'Hit'],
    ] as const
    for (const [headers, language, cache] of cases) {
      const answer = await get(`/courses/${slug}`, headers)
      expect(answer.html).toContain(`<html data-mantine-color-scheme="light" lang="${language}"`)
      expect(answer.html).toContain(language === 'es' ? 'Contenido del curso' : 'What is in it')
      expect(answer.headers.get('x-cache')).toBe(`${cache} from cloudfront`)
    }
  })

  it('keeps it by nothing else: no query, no header and no cookie makes another or is in it', async () => {
    const { slug } = await publish('For everybody')
    await get(`/courses/${slug}`)
    for (const [query, headers] of [
      ['?x=1&utm_source=mail', {}],
      ['?course=other-course&list=courses', {}],
      ['', { 'accept-encoding': 'gzip, deflate' }],
      ['', { authorization: 'Bearer good-ada', cookie: 'a=b; session=of-ada' }],
      ['', { 'x-lectern-host': 'evil.example', 'x-forwarded-host': 'evil.example' }],
    ] as const) {
      const { headers: answered } = await get(`/courses/${slug}${query}`, headers)
      expect(answered.get('x-cache')).toContain('Hit')
      expect(asked).toEqual([])
    }
    site.invalidate('/*')
    const { html } = await get(`/courses/${slug}?x=their-query`, {
      authorization: 'Bearer good-ada',
      cookie: 'session=of-ada',
      'user-agent': 'their-agent',
    })
    expect(html).not.toMatch(/of-ada|good-ada|their-/)
    expect(JSON.stringify(asked)).not.toMatch(/of-ada|good-ada|their-/)
  })

  it('gives the new version once it was told of the publishing', async () => {
    const { id, slug } = await publish('First words')
    await get('/')
    await get(`/courses/${slug}`)
    const draft = await teach('GET', `/teaching/courses/${id}`)
    await teach('PATCH', `/teaching/courses/${id}`, {
      title: 'Second words',
      revision: draft.course.revision,
    })
    await teach('POST', `/teaching/courses/${id}/versions`)
    expect((await get(`/courses/${slug}`)).html).toContain('First words')
    const event = {
      id: 'event-1',
      source: 'lectern.courses',
      'detail-type': 'Course Published',
      detail: { deploymentId: 'test', courseId: id, slug, formerSlugs: [] },
    } satisfies CoursePublished
    const edge = { forget: async (paths: readonly string[]) => paths.forEach(site.invalidate) }
    await forgetPages({ edge }, [event])
    const course = dataIn((await get(`/courses/${slug}`)).html).shown.course
    expect(course).toMatchObject({ title: 'Second words', version: 2 })
    const { items } = dataIn((await get('/')).html).shown.courses
    expect(items[0]).toMatchObject({ title: 'Second words', version: 2 })
  })

  it('leads on from an address that its course had before, once it was told', async () => {
    const { id, slug } = await publish('Has moved')
    expect((await get(`/courses/${slug}`)).status).toBe(200)
    await teach('PATCH', `/teaching/courses/${id}`, { slug: 'is-elsewhere' })
    const detail = { deploymentId: 'test', courseId: id, slug: 'is-elsewhere', formerSlugs: [slug] }
    const event = {
      id: 'event-2',
      source: 'lectern.courses',
      'detail-type': 'Course Published',
      detail,
    } satisfies CoursePublished
    const edge = { forget: async (paths: readonly string[]) => paths.forEach(site.invalidate) }
    await forgetPages({ edge }, [event])
    const moved = await fetch(`${site.url}/courses/${slug}`, { redirect: 'manual' })
    expect(moved.status).toBe(301)
    expect(moved.headers.get('location')).toBe('/courses/is-elsewhere')
    expect(dataIn((await get(`/courses/${slug}`)).html).shown.course.id).toBe(id)
  })

  it('gives the empty client where nobody makes pages, and makes them again afterwards', async () => {
    const { slug } = await publish('While the renderer fails')
    const well = render
    const failures: (typeof render)[] = [
      async () => Promise.reject(new Error('no renderer')),
      async () => ({ statusCode: 503, body: '' }),
    ]
    for (const failure of failures) {
      render = failure
      const { status, html, headers } = await get(`/courses/${slug}`, { 'accept-language': 'es' })
      expect(status).toBe(200)
      expect(html).toBe(client.page('es'))
      expect(headers.get('x-cache')).not.toContain('Hit')
    }
    render = well
    expect((await get(`/courses/${slug}`)).html).toContain('While the renderer fails')
  })

  it('leaves the pages below a course to the client', async () => {
    const { html } = await get('/courses/any/preview/les_01ARZ3NDEKTSV4RRFFQ69G5FAV')
    expect(html).toBe(client.page('en'))
    expect(asked).toEqual([])
  })

  it('tells a browser that has the page that it is the same', async () => {
    const { slug } = await publish('The same page')
    const first = await get(`/courses/${slug}`)
    const again = await get(`/courses/${slug}`, {
      'if-none-match': first.headers.get('etag') ?? '',
    })
    expect(again.status).toBe(304)
  })
})
