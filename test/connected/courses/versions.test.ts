import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { contentKeys } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import { recordKey } from '#core/courses/versions/version-record'
import { courseFileOf } from '#test/support/course-file'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, readyAsset, type World } from '#test/support/world'

let lms: Lms
let world: World
let base: string
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())
beforeEach(async () => {
  world = await makeWorld(lms)
  base = `/teaching/courses/${world.courseId}`
})

const ask = (method: string, address: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, address, body)
const teach = async (method: string, path: string, body?: unknown) => {
  const answer = await ask(method, `${base}${path}`, body)
  expect(answer.status, `${method} ${path}`).toBeLessThan(300)
  return answer.body
}
const publish = () => teach('POST', '/versions')
const addLesson = async (title: string): Promise<string> =>
  (
    await teach('POST', `/modules/${world.moduleId}/lessons`, {
      ...{ kind: 'article', title, text: 'More' },
    })
  ).id
const goBack = (version: number, instead: number) =>
  ask('PUT', `${base}/live`, { version, instead })
const learn = async (method: string, path = '', body?: unknown) =>
  (
    await lms.call(
      'learning',
      people.enrolled,
      method,
      `/my/courses/${world.courseId}${path}`,
      body,
    )
  ).body
/** What environments remember of a course is some seconds old. */
const openVersion = (version: number) =>
  vi.waitUntil(
    async () => {
      const session = await learn('POST', '/session')
      return session.version === version && session
    },
    { timeout: 10_000, interval: 500 },
  )
const complete = (lessonId: string) =>
  learn('PUT', `/lessons/${lessonId}/progress`, {
    ...{ positionSeconds: 1, durationSeconds: 2, completed: true },
    ...{ at: new Date().toISOString(), sentAt: new Date().toISOString() },
  })
const summaryOfMine = async () => {
  const { body } = await lms.call('learning', people.enrolled, 'GET', '/my/courses?limit=50')
  return body.items.find((one: { course: { id: CourseId } }) => one.course.id === world.courseId)
}

describe('before it is published again', () => {
  it('a teacher sees what it changes, and what is likely a mistake', async () => {
    expect(await teach('GET', '/publishing')).toEqual({
      ...{ first: false, changes: [], changeCount: 0, warnings: [], warningCount: 0 },
    })
    await teach('PATCH', `/lessons/${world.lessonId}`, { text: '' })
    await teach('POST', '/modules', { title: 'Two' })
    await addLesson('More')
    const looked = await teach('GET', '/publishing')
    expect(looked.changes).toEqual([
      { what: 'module_added', module: 'Two', lessons: 0 },
      { what: 'lesson_edited', lesson: 'Read me' },
      { what: 'lesson_added', lesson: 'More', module: 'One' },
    ])
    expect(looked.warnings).toMatchObject([
      { code: 'article_empty', lessonId: world.lessonId },
      { code: 'module_empty', module: 'Two' },
    ])
    await publish()
    expect(await teach('GET', '/publishing')).toMatchObject({ changeCount: 0, warningCount: 2 })
  })

  it('all is new of a course that was never published', async () => {
    const { body } = await ask('POST', '/teaching/courses', { title: 'Never published' })
    const looked = await ask('GET', `/teaching/courses/${body.id}/publishing`)
    expect(looked.body).toMatchObject({ first: true, changes: [] })
    const history = await ask('GET', `/teaching/courses/${body.id}/versions`)
    expect(history.body).toEqual({ items: [], nextCursor: null })
  })
})

describe('the history', () => {
  it('says who published what and when, newest first, a page at a time', async () => {
    await teach('PATCH', '', { title: 'Renamed' })
    await publish()
    const first = await teach('GET', '/versions?limit=1')
    expect(first.items).toMatchObject([
      {
        ...{ number: 2, version: 2, how: 'published', title: 'Renamed', first: false },
        changes: [{ what: 'course_renamed', to: 'Renamed' }],
      },
    ])
    expect(first.items[0]).not.toHaveProperty('userId')
    const rest = await teach('GET', `/versions?limit=1&cursor=${first.nextCursor}`)
    expect(rest.items).toMatchObject([{ version: 1, first: true }])
  })

  it('compares any two versions, either way', async () => {
    await addLesson('More')
    await publish()
    await teach('DELETE', `/lessons/${world.lessonId}`)
    await publish()
    const there = await teach('GET', '/changes?since=1&version=3')
    expect(there.changes).toMatchObject([
      { what: 'lesson_added', lesson: 'More' },
      { what: 'lesson_removed', lesson: 'Read me' },
    ])
    const back = await teach('GET', '/changes?since=3&version=1')
    expect(back.changes).toMatchObject([
      { what: 'lesson_added', lesson: 'Read me' },
      { what: 'lesson_removed', lesson: 'More' },
    ])
  })

  it('tells what a course says of itself, and what held at once when each was published', async () => {
    const facts = { description: 'Long words', level: 'beginner', topics: ['maps'] }
    await teach('PATCH', '', { ...facts, capacity: 20 })
    const said = [
      { what: 'description_changed' },
      { what: 'level_changed', level: 'beginner' },
      { what: 'topics_changed', added: ['maps'], removed: [] },
    ]
    const held = { what: 'capacity_changed', capacity: 20 }
    expect((await teach('GET', '/publishing')).changes).toEqual(said)
    await publish()
    expect((await teach('GET', '/versions?limit=1')).items[0].changes).toEqual([...said, held])
    const unsaid = [
      { what: 'description_changed' },
      { what: 'level_changed', level: null },
      { what: 'topics_changed', added: [], removed: ['maps'] },
    ]
    expect((await teach('GET', '/changes?since=2&version=1')).changes).toEqual([
      ...unsaid,
      { what: 'capacity_changed', capacity: null },
    ])
    // Going back leaves what holds at once as it is.
    await goBack(1, 2)
    expect((await teach('GET', '/versions?limit=1')).items[0].changes).toEqual(unsaid)
  })

  it('knows no version that a publishing which failed half-way left in the bucket', async () => {
    for (const Key of [contentKeys.outline(world.courseId, 2), recordKey(world.courseId, 2)])
      await new S3Client({}).send(new PutObjectCommand({ Bucket: 'content', Key, Body: '{}' }))
    expect((await ask('GET', `${base}/changes?since=1&version=2`)).status).toBe(404)
    expect((await goBack(2, 1)).status).toBe(404)
  })

  it('compares with the outline of a version that was published before there was one', async () => {
    const place = '000000001'
    const { pk } = { pk: `$lectern#courseid_${world.courseId}`.toLowerCase() }
    const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb')
    const Key = { pk, sk: `$publication_1#place_${place}` }
    const gone = await lms.table.client.send(
      new DeleteCommand({ TableName: lms.table.name, Key, ReturnValues: 'ALL_OLD' }),
    )
    expect(gone.Attributes).toBeDefined()
    await teach('PATCH', `/lessons/${world.lessonId}`, { title: 'Read this', text: 'Other' })
    expect((await teach('GET', '/publishing')).changes).toEqual([
      { what: 'lesson_renamed', from: 'Read me', to: 'Read this' },
    ])
    expect(await publish()).toMatchObject({ publishedVersion: 2 })
  })
})

describe('going back to a version', () => {
  it('shows it to learners and leaves the draft; forth again is the same', async () => {
    const more = await addLesson('More')
    await publish()
    expect((await goBack(1, 2)).body).toMatchObject({ publishedVersion: 1 })
    const page = await lms.call(
      'catalog',
      null,
      'GET',
      `/courses/${world.course}?published=${world.courseId}.1`,
    )
    expect(page.body).toMatchObject({ version: 1, lessonCount: 1 })
    await openVersion(1)
    const { modules } = await teach('GET', '')
    expect(modules[0].lessons).toMatchObject([{ id: world.lessonId }, { id: more }])
    expect((await teach('GET', '/publishing')).changes).toMatchObject([{ what: 'lesson_added' }])

    expect((await goBack(2, 1)).status).toBe(200)
    await openVersion(2)
    const { items } = await teach('GET', '/versions')
    expect(
      items.map(({ number, version, how }: Record<string, unknown>) => [number, version, how]),
    ).toEqual([
      [4, 2, 'returned'],
      [3, 1, 'returned'],
      [2, 2, 'published'],
      [1, 1, 'published'],
    ])
    // A number is never taken twice.
    expect(await publish()).toMatchObject({ publishedVersion: 5 })
  })

  it('changes nothing where another version is live by now, and is done once', async () => {
    await publish()
    await publish()
    expect((await goBack(1, 2)).status).toBe(409)
    expect((await goBack(1, 3)).status).toBe(200)
    expect((await goBack(1, 3)).status).toBe(200)
    expect((await teach('GET', '/versions')).items).toHaveLength(4)
  })

  it('lets one of several at once win', async () => {
    await publish()
    await publish()
    const [published, ...back] = await Promise.all([
      ask('POST', `${base}/versions`),
      ...[goBack(1, 3), goBack(2, 3)],
    ])
    const isDone = ({ status }: { readonly status: number }) => status < 300
    expect(back.filter(isDone).length).toBeLessThanOrEqual(1)
    // Publishing replaces whatever is live, so it may also have come behind the one that won.
    const done = [published, ...back].filter(isDone)
    expect(done.length).toBeGreaterThanOrEqual(1)
    expect([published, ...back].filter(({ status }) => status === 409)).toHaveLength(
      3 - done.length,
    )
    const { items } = await teach('GET', '/versions')
    expect(items).toHaveLength(3 + done.length)
  })

  it('is refused where a video of it is deleted by now', async () => {
    const video = await teach('POST', `/modules/${world.moduleId}/lessons`, {
      ...{ kind: 'video', title: 'Watch', assetId: world.assetId },
    })
    await publish()
    await teach('DELETE', `/lessons/${video.id}`)
    await publish()
    const assets = createAssetRepository(lms.table)
    await assets.save({ ...readyAsset(world.courseId), id: world.assetId, state: 'deleting' })
    const answer = await goBack(2, 3)
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
    expect(JSON.stringify(answer.body)).toContain('Watch')
  })

  it('is refused where the file of a lesson is deleted by now', async () => {
    const files = createFileRepository(lms.table)
    const file = courseFileOf({ courseId: world.courseId, state: 'ready', type: 'pdf' })
    await files.addReady(file)
    const lesson = await teach('POST', `/modules/${world.moduleId}/lessons`, {
      ...{ kind: 'file', title: 'Read at home', fileId: file.id },
    })
    await publish()
    await teach('DELETE', `/lessons/${lesson.id}`)
    await publish()
    expect((await goBack(2, 3)).status).toBe(200)
    expect((await goBack(3, 2)).status).toBe(200)
    await files.remove(world.courseId, file.id)
    const answer = await goBack(2, 3)
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
    expect(JSON.stringify(answer.body)).toContain('Read at home')
  })
})

describe('a learner in the middle', () => {
  it('keeps what was done when lessons move to another module, are renamed or split', async () => {
    await complete(world.lessonId)
    const two = await teach('POST', '/modules', { title: 'Two' })
    const half = await teach('POST', `/modules/${two.id}/lessons`, {
      ...{ kind: 'article', title: 'Read me, second half', text: 'b' },
    })
    await teach('PATCH', `/lessons/${world.lessonId}`, { title: 'Read me, first half', text: 'a' })
    await publish()
    expect(await openVersion(2)).toMatchObject({
      ...{ lastLessonId: world.lessonId, opensLessonId: half.id },
      progress: [{ lessonId: world.lessonId, completed: true }],
    })
    expect(await summaryOfMine()).toMatchObject({ completedLessons: 1, course: { lessonCount: 2 } })
  })

  it('goes on elsewhere when the lesson they were at is gone, and finds it done when it comes back', async () => {
    const more = await addLesson('More')
    const last = await addLesson('Last')
    await publish()
    await openVersion(2)
    await complete(world.lessonId)
    await complete(more)
    await teach('DELETE', `/lessons/${more}`)
    await publish()
    expect(await openVersion(3)).toMatchObject({ opensLessonId: last })
    expect(await summaryOfMine()).toMatchObject({ completedLessons: 1, course: { lessonCount: 2 } })

    expect((await goBack(2, 3)).status).toBe(200)
    expect(await openVersion(2)).toMatchObject({
      ...{ lastLessonId: more, opensLessonId: last },
      progress: expect.arrayContaining([
        expect.objectContaining({ lessonId: more, completed: true }),
      ]),
    })
    expect(await summaryOfMine()).toMatchObject({ completedLessons: 2, course: { lessonCount: 3 } })
  })

  it('is counted by the version that is live after going back', async () => {
    const more = await addLesson('More')
    await publish()
    await openVersion(2)
    await complete(world.lessonId)
    await complete(more)
    expect(await summaryOfMine()).toMatchObject({ completedLessons: 2, course: { lessonCount: 2 } })
    await goBack(1, 2)
    await openVersion(1)
    expect(await summaryOfMine()).toMatchObject({ completedLessons: 1, course: { lessonCount: 1 } })
  })
})
