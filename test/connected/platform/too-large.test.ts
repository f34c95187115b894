import { afterAll, beforeAll, expect, it } from 'vitest'
import { ErrorBody } from '#contract/http/errors'
import { routes } from '#contract/routes'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

let lms: Lms
let world: World
beforeAll(async () => {
  lms = await startLms()
  world = await makeWorld(lms)
})
afterAll(() => lms?.close())

it('captions are measured in bytes, and a 413 says what to do', async () => {
  const { courseId, assetId } = world
  const address = `/teaching/courses/${courseId}/assets/${assetId}/captions/zh`
  const head = 'WEBVTT\n\n00:01.000 --> 00:02.000\n'
  const put = (letters: number) =>
    lms.call('teaching', people.owner, 'PUT', address, { text: head + '字'.repeat(letters) })
  const most = Math.floor((2_000_000 - head.length) / 3)
  expect((await put(most)).status).toBe(200)
  const refused = await put(most + 1)
  expect(refused.status).toBe(413)
  const { error } = ErrorBody.parse(refused.body)
  expect(error).toMatchObject({ code: 'too_large', message: expect.stringMatching(/2 MB.*divide/) })
  expect((await put(2_000_000)).status).toBe(413)
})

it('a course with more text than an answer holds opens all the same, each text by its lesson', async () => {
  const { courseId, moduleId } = await makeWorld(lms)
  const address = `/teaching/courses/${courseId}`
  const text = '字'.repeat(50_000)
  for (let number = 1; number <= 45; number += 1) {
    const lesson = { kind: 'article', title: `Article ${number}`, text }
    const added = `${address}/modules/${moduleId}/lessons`
    expect((await lms.call('teaching', people.owner, 'POST', added, lesson)).status).toBe(201)
  }
  const draft = await lms.call('teaching', people.owner, 'GET', address)
  expect(draft.status).toBe(200)
  const { modules } = routes.getDraft.response.parse(draft.body)
  const lessons = modules.flatMap((module) => module.lessons)
  const last = lessons.find(({ title }) => title === 'Article 45')
  expect(last).toMatchObject({ text: null })
  const whole = await lms.call('teaching', people.owner, 'GET', `${address}/lessons/${last?.id}`)
  expect(whole).toMatchObject({ status: 200, body: { ...last, text } })
})
