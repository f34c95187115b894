import { afterAll, beforeAll, expect, it } from 'vitest'
import { onceForgotten } from '#test/support/forgotten'
import { apiEnvironment, type Lms, startLms } from '#test/support/lms'
import { people } from '#test/support/world'
import { placeAt } from './environment.ts'
import { type Node, startNode } from './redis-server.ts'

let lms: Lms
let valkey: Node
beforeAll(async () => {
  valkey = await startNode()
  Object.assign(apiEnvironment, { VALKEY: JSON.stringify(placeAt(valkey.port)) })
  lms = await startLms()
}, 60_000)
afterAll(async () => {
  valkey.stop()
  await lms?.close()
})

const learner = { sub: 'reader' }
const learn = (method: string, address: string, body?: unknown) =>
  lms.call('learning', learner, method, address, body)
const teach = (method: string, address: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, address, body)

/** An article more, published. */
async function publishAnother(base: string, title: string): Promise<string> {
  const module = await teach('POST', `${base}/modules`, { title })
  const lesson = await teach('POST', `${base}/modules/${module.body.id}/lessons`, {
    kind: 'article',
    title,
    text: 'Of what there is to read',
  })
  expect((await teach('POST', `${base}/versions`)).status).toBe(201)
  return lesson.body.id
}

/** What a learner does, each thing seen in the next. */
async function learnCourse(courseId: string, lessonId: string): Promise<void> {
  const mine = async () =>
    (await learn('GET', '/my/courses')).body.items.map(
      (item: { course: { id: string } }) => item.course.id,
    )
  const open = () => learn('POST', `/my/courses/${courseId}/session`)
  expect((await open()).status).toBe(404)
  expect((await learn('PUT', `/my/courses/${courseId}`)).status).toBe(200)
  expect(await mine()).toContain(courseId)
  expect((await open()).body.progress).toEqual([])
  expect((await open()).body.progress).toEqual([])
  const at = new Date().toISOString()
  const beat = { positionSeconds: 0, durationSeconds: 0, completed: true, at, sentAt: at }
  const address = `/my/courses/${courseId}/lessons/${lessonId}/progress`
  expect((await learn('PUT', address, beat)).status).toBe(200)
  expect((await open()).body).toMatchObject({ progress: [{ lessonId, completed: true }] })
  expect((await learn('DELETE', `/my/courses/${courseId}`)).status).toBeLessThan(300)
  expect((await open()).status).toBe(404)
  expect(await mine()).not.toContain(courseId)
}

it('the functions answer the same with Valkey, and when it dies in the middle', async () => {
  const course = await teach('POST', '/teaching/courses', { title: 'Sets' })
  const base = `/teaching/courses/${course.body.id}`
  const lessonId = await publishAnother(base, 'One')
  await learnCourse(course.body.id, lessonId)
  const keys = await valkey.ask(['KEYS', '*'])
  const names = Array.isArray(keys) ? keys.map(String) : []
  for (const query of ['incourse', 'published', 'syllabus'])
    expect(
      names.filter((name) => name.includes(query)),
      query,
    ).not.toEqual([])

  valkey.stop()
  await publishAnother(base, 'Two')
  await onceForgotten(async () => {
    await learn('PUT', `/my/courses/${course.body.id}`)
    const { body } = await learn('POST', `/my/courses/${course.body.id}/session`)
    expect(body.version).toBe(2)
  })
  await learn('DELETE', `/my/courses/${course.body.id}`)
  const other = await teach('POST', '/teaching/courses', { title: 'Maps' })
  const lesson = await publishAnother(`/teaching/courses/${other.body.id}`, 'One')
  await learnCourse(other.body.id, lesson)
})
