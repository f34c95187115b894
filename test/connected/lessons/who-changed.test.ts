import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

let lms: Lms
let world: World
let base: string
beforeAll(async () => {
  lms = await startLms()
  world = await makeWorld(lms)
  base = `/teaching/courses/${world.courseId}`
})
afterAll(() => lms?.close())

const ask = (who: keyof typeof people, method: string, path: string, body?: unknown) =>
  lms.call('teaching', people[who], method, `${base}${path}`, body)
const changed = async (who: keyof typeof people, of?: string) =>
  (await ask(who, 'GET', `/changed${of ? `?of=${of}` : ''}`)).body.fields
const of = (by: string, mine: boolean) => ({ by, mine, at: expect.stringMatching(/^20.*Z$/) })

it('tells of each field of a lesson, a module and a course who changed it last', async () => {
  const { lessonId, moduleId } = world
  expect(await changed('owner', lessonId)).toEqual({})
  await ask('owner', 'PATCH', `/lessons/${lessonId}`, { title: 'Kernel', text: 'Mine' })
  const late = { text: 'Theirs', revision: 1 }
  const refused = await ask('admin', 'PATCH', `/lessons/${lessonId}`, late)
  expect(refused).toMatchObject({ status: 409, body: { error: { current: { text: 'Mine' } } } })
  expect(await changed('admin', lessonId)).toEqual({
    title: of('ada', false),
    text: of('ada', false),
  })
  await ask('admin', 'PATCH', `/lessons/${lessonId}`, { text: 'Theirs' })
  expect(await changed('owner', lessonId)).toEqual({
    title: of('ada', true),
    text: of('root', false),
  })

  await ask('admin', 'PATCH', `/modules/${moduleId}`, { title: 'Maps' })
  expect(await changed('owner', moduleId)).toEqual({ title: of('root', false) })
  await ask('admin', 'PATCH', '', { summary: 'Of maps', topics: ['maps'] })
  expect(await changed('owner')).toEqual({
    summary: of('root', false),
    topics: of('root', false),
  })
})

it('takes no name along to a copy, nor to learners', async () => {
  const { lessonId } = world
  await ask('owner', 'PATCH', `/lessons/${lessonId}`, { text: 'Changed' })
  const { body } = await ask('owner', 'POST', `/lessons/${lessonId}/copies`, {
    ...{ key: 'a-copy-of-a-lesson', title: 'Copy' },
  })
  expect(await changed('owner', body.id)).toEqual({})
  await ask('owner', 'POST', '/versions')
  const s3 = await lms.s3.store.list('content')
  for (const { key } of s3) {
    const object = await lms.s3.store.read('content', key)
    const chunks: Buffer[] = []
    for await (const chunk of object?.stream ?? []) chunks.push(Buffer.from(chunk))
    expect(Buffer.concat(chunks).toString(), key).not.toContain('"hands"')
  }
})

it('knows nothing of another course’s, nor of what is not there', async () => {
  const other = await makeWorld(lms)
  for (const id of [other.lessonId, other.moduleId, `les_${'0'.repeat(26)}`])
    expect((await ask('owner', 'GET', `/changed?of=${id}`)).status).toBe(404)
})
