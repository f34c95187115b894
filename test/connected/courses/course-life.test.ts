import { generateKeyPairSync } from 'node:crypto'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTable } from '#test/support/dynamo'
import { callAs } from '#test/support/gateway-event'
import { apiEnvironment } from '#test/support/lms'

const author = { sub: 'ada', groups: 'author' }
const stranger = { sub: 'eve', groups: 'author' }
const learner = { sub: 'lin' }

const s3 = mockClient(S3Client)
const secrets = mockClient(SecretsManagerClient)
let table: Awaited<ReturnType<typeof startTable>>
let teaching: Awaited<typeof import('#functions/teaching/index')>['handler']
let catalog: Awaited<typeof import('#functions/catalog/index')>['handler']
let learning: Awaited<typeof import('#functions/learning/index')>['handler']
let projector: Awaited<typeof import('#functions/projector/index')>['handler']

beforeAll(async () => {
  table = await startTable()
  Object.assign(process.env, apiEnvironment)
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  s3.on(PutObjectCommand).resolves({})
  s3.on(GetObjectCommand).callsFake(({ Key }) => ({
    Body: { transformToString: async () => String(written(Key)?.Body) },
  }))
  const SecretString = JSON.stringify({ privateKeys: { 1: privateKey } })
  mockClient(EventBridgeClient).on(PutEventsCommand).resolves({})
  secrets.on(GetSecretValueCommand).resolves({ SecretString })
  teaching = (await import('#functions/teaching/index')).handler
  catalog = (await import('#functions/catalog/index')).handler
  learning = (await import('#functions/learning/index')).handler
  projector = (await import('#functions/projector/index')).handler
})
afterAll(() => table?.close())

const written = (key: string) =>
  s3.commandCalls(PutObjectCommand).find(({ args }) => args[0].input.Key === key)?.args[0].input
const createCourse = async (title: string) => {
  const { body } = await callAs(teaching, author)('POST', '/teaching/courses', { title })
  return body.id as string
}
const createPublished = async (title: string) => {
  const id = await createCourse(title)
  const call = callAs(teaching, author)
  const module = await call('POST', `/teaching/courses/${id}/modules`, { title: 'One' })
  const lesson = await call('POST', `/teaching/courses/${id}/modules/${module.body.id}/lessons`, {
    kind: 'article',
    title: 'Read me',
    text: 'Hello',
  })
  const published = await call('POST', `/teaching/courses/${id}/versions`)
  return { id, moduleId: module.body.id, lessonId: lesson.body.id, published }
}

describe('a course', () => {
  it('is drafted, published, found in the catalogue, and learned', async () => {
    const { id, lessonId, published } = await createPublished('Linear algebra')
    expect(published).toMatchObject({ status: 201, body: { publishedVersion: 1 } })
    expect(written(`content/${id}/1/member/outline.json`)).toMatchObject({ Bucket: 'content' })

    const list = await callAs(catalog, null)('GET', '/courses')
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ id, slug: 'linear-algebra', lessonCount: 1 }),
    )
    const page = await callAs(catalog, null)('GET', '/courses/linear-algebra')
    expect(page.body.modules).toMatchObject([{ title: 'One', lessons: [{ title: 'Read me' }] }])

    const call = callAs(learning, learner)
    const first = await call('PUT', `/my/courses/${id}`)
    const again = await call('PUT', `/my/courses/${id}`)
    expect(again).toEqual(first)
    const unread = await call('POST', `/my/courses/${id}/session`)
    expect(unread.body).toMatchObject({ lastLessonId: null, opensLessonId: lessonId })

    const address = `/my/courses/${id}/lessons/${lessonId}/progress`
    const beat = (positionSeconds: number, at: string, completed = false) =>
      call('PUT', address, {
        ...{ positionSeconds, durationSeconds: 60, completed, at },
        sentAt: '2026-11-24T10:00:10.000Z',
      })
    await beat(30, '2026-11-24T10:00:10.000Z', true)
    const late = await beat(5, '2026-11-24T10:00:00.000Z')
    expect(late.body).toMatchObject({ positionSeconds: 30, completed: true })

    const session = await call('POST', `/my/courses/${id}/session`)
    expect(session.body).toMatchObject({ version: 1, lastLessonId: lessonId })
    expect(session.body.progress).toHaveLength(1)
    expect(session.cookies.map((cookie) => String(cookie).split('=')[0])).toEqual(
      expect.arrayContaining([
        'CloudFront-Policy',
        'CloudFront-Signature',
        'CloudFront-Key-Pair-Id',
      ]),
    )
    for (const cookie of session.cookies)
      expect(cookie).toMatch(new RegExp(`Path=/content/${id}/1/member/; Secure; HttpOnly`))

    const mine = await call('GET', '/my/courses')
    expect(mine.body.items).toMatchObject([{ course: { id }, completedLessons: 1 }])
  })

  it('counts an enrolment once, however often the stream delivers it', async () => {
    const { id } = await createPublished('Counting')
    const event = {
      Records: [
        {
          eventName: 'INSERT' as const,
          dynamodb: {
            SequenceNumber: '4711',
            NewImage: {
              __edb_e__: { S: 'enrolment' },
              id: { S: 'enr_of_lin' },
              courseId: { S: id },
              userId: { S: 'lin' },
            },
          },
        },
      ],
    }
    await projector(event)
    await projector(event)
    const page = await callAs(catalog, null)('GET', '/courses/counting')
    expect(page.body.enrolmentCount).toBe(1)
  })

  it('gives two courses of one title two addresses, and refuses a slug that is taken', async () => {
    await createCourse('Same title')
    const second = await callAs(teaching, author)('POST', '/teaching/courses', {
      title: 'Same title',
    })
    expect(second.body.slug).toMatch(/^same-title-[a-z0-9]{6}$/)
    const third = await callAs(teaching, author)('POST', '/teaching/courses', {
      title: 'Other',
      slug: 'same-title',
    })
    expect(third).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
  })

  it('is not published without a lesson, nor with a lesson whose video is missing', async () => {
    const id = await createCourse('Empty')
    const call = callAs(teaching, author)
    const empty = await call('POST', `/teaching/courses/${id}/versions`)
    expect(empty.body.error).toMatchObject({
      message: 'The course cannot be published yet. Add at least one lesson.',
      reason: { code: 'not_publishable', params: { problems: [{ code: 'no_lessons' }] } },
    })
    const module = await call('POST', `/teaching/courses/${id}/modules`, { title: 'One' })
    await call('POST', `/teaching/courses/${id}/modules/${module.body.id}/lessons`, {
      kind: 'video',
      title: 'Kernel',
    })
    const unready = await call('POST', `/teaching/courses/${id}/versions`)
    expect(unready).toMatchObject({ status: 409 })
    expect(unready.body.error.message).toContain('“Kernel”')
    expect(unready.body.error.reason.params.problems).toEqual([
      { code: 'lesson_lacks_video', params: { lesson: 'Kernel' } },
    ])
    expect((await callAs(catalog, null)('GET', '/courses/empty')).status).toBe(404)
  })
})

describe('the right to a course', () => {
  it('belongs to its owner: to another author it does not exist, child by child', async () => {
    const { id, moduleId, lessonId } = await createPublished('Mine')
    const call = callAs(teaching, stranger)
    const base = `/teaching/courses/${id}`
    for (const [method, address, body] of [
      ['GET', base],
      ['PATCH', base, { title: 'Stolen' }],
      ['PATCH', `${base}/modules/${moduleId}`, { title: 'Stolen' }],
      ['DELETE', `${base}/lessons/${lessonId}`],
      ['POST', `${base}/versions`],
      ['GET', `${base}/assets`],
      ['POST', `${base}/uploads`, { fileName: 'a.mp4', sizeBytes: 1 }],
    ] as const)
      expect(await call(method, address, body)).toMatchObject({
        status: 404,
        body: { error: { code: 'not_found' } },
      })
  })

  it('is not widened by naming another course’s module below one’s own', async () => {
    const theirs = await createPublished('Theirs')
    const { body } = await callAs(teaching, stranger)('POST', '/teaching/courses', { title: 'Own' })
    const answer = await callAs(teaching, stranger)(
      'DELETE',
      `/teaching/courses/${body.id}/modules/${theirs.moduleId}`,
    )
    expect(answer.status).toBe(404)
  })

  it('asks for a sign-in first, and for the role', async () => {
    expect((await callAs(teaching, null)('GET', '/teaching/courses')).status).toBe(401)
    expect(
      (await callAs(teaching, learner)('POST', '/teaching/courses', { title: 'Mine' })).status,
    ).toBe(403)
    expect((await callAs(teaching, author)('GET', '/teaching/rejected-uploads')).status).toBe(403)
  })

  it('to learn comes with enrolment', async () => {
    const { id, lessonId } = await createPublished('Private')
    const call = callAs(learning, { sub: 'nobody' })
    expect((await call('POST', `/my/courses/${id}/session`)).status).toBe(404)
    const at = '2026-11-24T10:00:00.000Z'
    const beat = { positionSeconds: 1, durationSeconds: 2, at, sentAt: at }
    const answer = await call('PUT', `/my/courses/${id}/lessons/${lessonId}/progress`, beat)
    expect(answer.status).toBe(404)
  })
})

describe('malformed input', () => {
  it.each([
    ['no JSON', '{', 'body'],
    ['an empty title', { title: ' ' }, 'body.title'],
    ['a slug with capitals', { title: 'A', slug: 'No Slug' }, 'body.slug'],
  ])('is answered with 400 and where it is wrong: %s', async (_, body, path) => {
    const answer = await callAs(teaching, author)('POST', '/teaching/courses', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.issues).toContainEqual(expect.objectContaining({ path }))
  })

  it('includes a cursor of our own making', async () => {
    const answer = await callAs(catalog, null)('GET', '/courses?cursor=bm90LWEtY3Vyc29y')
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } })
  })
})
