import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

const WATCH = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'

let lms: Lms
let world: World
let lessonId: string
beforeAll(async () => {
  lms = await startLms()
  world = await makeWorld(lms)
})
afterAll(() => lms?.close())

const teach = (method: string, address: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, `/teaching/courses/${world.courseId}${address}`, body)
const change = (fields: object) => teach('PATCH', `/lessons/${lessonId}`, fields)
const publish = () => teach('POST', '/versions')

describe('a page of somebody else as a lesson', () => {
  it('is made without its address, which is asked for before it is published', async () => {
    const lessons = `/modules/${world.moduleId}/lessons`
    const made = await teach('POST', lessons, { kind: 'embed', title: 'Look' })
    expect(made).toMatchObject({ status: 201, body: { address: null, openMinutes: 1 } })
    lessonId = made.body.id
    const refused = await publish()
    expect(refused.body.error.reason).toEqual({
      code: 'not_publishable',
      params: { problems: [{ code: 'lesson_lacks_page', params: { lesson: 'Look' } }] },
    })
  })

  it.each([
    'javascript:alert(1)',
    'http://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ',
    'https://slides.school.example/deck',
  ])('takes no other address than of those that the settings name: %s', async (address) => {
    const refused = await change({ address })
    expect(refused.status).toBe(400)
    expect(refused.body.error).toMatchObject({
      message: expect.stringContaining('pages of YouTube, Vimeo.'),
      reason: { code: 'page_not_allowed', params: { allowed: ['YouTube', 'Vimeo'] } },
    })
    const made = { kind: 'embed', title: 'Look', address }
    expect((await teach('POST', `/modules/${world.moduleId}/lessons`, made)).status).toBe(400)
  })

  it('takes no address that is longer than any', async () => {
    const address = `https://youtu.be/${'a'.repeat(10_000)}`
    const refused = await change({ address })
    expect(refused.body.error.issues).toMatchObject([{ path: 'body.address' }])
  })

  it('keeps the address of a video as one, and gives it back', async () => {
    const changed = await change({ address: 'https://youtu.be/dQw4w9WgXcQ?si=tracked' })
    expect(changed).toMatchObject({ status: 200, body: { address: WATCH } })
    expect((await change({ address: null })).body.address).toBeNull()
    expect((await teach('GET', `/lessons/${lessonId}`)).body.address).toBeNull()
    await change({ address: WATCH, openMinutes: 2 })
    expect((await teach('GET', `/lessons/${lessonId}`)).body).toMatchObject({
      ...{ kind: 'embed', address: WATCH, openMinutes: 2 },
    })
  })

  it('has no fields of other kinds', async () => {
    const refused = await change({ text: 'Words' })
    expect(refused).toMatchObject({
      status: 409,
      body: { error: { reason: { code: 'fields_of_other_kinds', params: { names: ['text'] } } } },
    })
  })

  it('is published for members alone: its public page does not tell the address', async () => {
    expect(await publish()).toMatchObject({ status: 201 })
    const telling = []
    for (const { key } of lms.s3.store.list('content')) {
      const object = await new S3Client({}).send(
        new GetObjectCommand({ Bucket: 'content', Key: key }),
      )
      if ((await object.Body?.transformToString())?.includes('dQw4w9WgXcQ')) telling.push(key)
    }
    expect(telling.length).toBeGreaterThan(0)
    expect(telling.filter((key) => !key.startsWith(`content/${world.courseId}/`))).toEqual([])
    const page = await lms.call('catalog', null, 'GET', `/courses/${world.courseId}`)
    expect(page.body.modules[0].lessons).toContainEqual(
      expect.objectContaining({ title: 'Look', kind: 'embed', durationSeconds: null }),
    )
  })

  it('is complete when the learner says so with its minutes, and not before', async () => {
    const beat = async (watched: [number, number][], completed: boolean) => {
      const at = new Date().toISOString()
      const { body } = await lms.call(
        'learning',
        people.enrolled,
        'PUT',
        `/my/courses/${world.courseId}/lessons/${lessonId}/progress`,
        { positionSeconds: 0, durationSeconds: 120, watched, completed, at, sentAt: at },
      )
      return body
    }
    expect(await beat([], true)).toMatchObject({ completed: false })
    expect(await beat([[0, 120]], false)).toMatchObject({ completed: false, watched: [[0, 120]] })
    expect(await beat([[0, 120]], true)).toMatchObject({ completed: true })
    const mine = await lms.call('learning', people.enrolled, 'GET', '/my/courses')
    expect(mine.body.items).toMatchObject([{ completedLessons: 1 }])
  })
})
