import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { contentKeys, PublishedOutline } from '#contract/courses/content'
import { contentPrefixes, lessonKey } from '#contract/courses/content-paths'
import type { CourseFile } from '#contract/files/file'
import { say } from '#contract/say'
import { courseFileOf } from '#test/support/course-file'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

const HOUR = 3_600_000

let lms: Lms
let world: World
let lessonId: `les_${string}`
beforeAll(async () => {
  lms = await startLms()
  world = await makeWorld(lms)
})
afterAll(() => lms?.close())

const teach = (method: string, address: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, `/teaching/courses/${world.courseId}${address}`, body)
const change = (fields: object) => teach('PATCH', `/lessons/${lessonId}`, fields)
const publish = () => teach('POST', '/versions')

/** A file of the course as it is once somebody has looked at it. */
async function fileIn(facts: Partial<CourseFile>): Promise<CourseFile> {
  const files = createFileRepository(lms.table)
  const arriving = courseFileOf({ courseId: world.courseId, bytes: 900, name: 'Lectura 1.pdf' })
  await files.add(arriving)
  const settled = { ...arriving, ...facts }
  if (settled.state !== 'arriving') await files.settle(settled)
  return settled
}
const ready = () => fileIn({ state: 'ready', type: 'pdf' })

const read = async (key: string) => {
  const object = await lms.s3.store.read('content', key)
  const chunks: Buffer[] = []
  for await (const chunk of object?.stream ?? []) chunks.push(Buffer.from(chunk))
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** What is published of the lesson: where it lies, and what it shows. */
async function published() {
  const version = (await teach('GET', '')).body.course.publishedVersion as number
  const outline = PublishedOutline.parse(await read(contentKeys.outline(world.courseId, version)))
  const lines = outline.modules.flatMap(({ lessons }) => lessons)
  const line = lines.find(({ id }) => id === lessonId)
  if (!line) throw new Error('The lesson is not in the outline')
  return { version, line, content: await read(lessonKey(world.courseId, version, line)) }
}

const problemsOf = (answer: Awaited<ReturnType<typeof publish>>) => ({
  status: answer.status,
  problems: answer.body.error?.reason.params.problems.map(({ code }: { code: string }) => code),
})

describe('a file as a lesson', () => {
  it('is made without its file, which is asked for before it is published', async () => {
    const lessons = `/modules/${world.moduleId}/lessons`
    const made = await teach('POST', lessons, { kind: 'file', title: 'Leaf' })
    expect(made).toMatchObject({ status: 201, body: { fileId: null } })
    lessonId = made.body.id
    expect(problemsOf(await publish())).toEqual({ status: 409, problems: ['lesson_lacks_file'] })
  })

  it('takes no file of another course, nor one that is none', async () => {
    const other = courseFileOf()
    await createFileRepository(lms.table).add(other)
    expect((await change({ fileId: other.id })).status).toBe(404)
    expect((await change({ fileId: 'ast_01ARZ3NDEKTSV4RRFFQ69G5FAV' })).status).toBe(400)
    expect((await teach('GET', `/lessons/${lessonId}`)).body.fileId).toBeNull()
  })

  it('is not published before somebody has looked at its file, nor with one that was refused', async () => {
    const arriving = await fileIn({})
    expect((await change({ fileId: arriving.id })).status).toBe(200)
    expect(problemsOf(await publish())).toEqual({ status: 409, problems: ['lesson_file_arriving'] })
    const refused = await fileIn({ state: 'refused', refusal: say('file_is_video') })
    await change({ fileId: refused.id })
    expect(problemsOf(await publish())).toEqual({ status: 409, problems: ['lesson_file_refused'] })
  })

  it('tells whoever opens it the name, the type, the size and where it is, and nobody else', async () => {
    const file = await ready()
    await change({ fileId: file.id })
    expect((await publish()).status).toBe(201)
    const { version, line, content } = await published()
    expect(line).toEqual({ id: lessonId, kind: 'file', title: 'Leaf', durationSeconds: null })
    const { url, ...told } = content.file
    expect(told).toEqual({
      ...{ id: file.id, name: 'Lectura 1.pdf', type: 'pdf', bytes: 900, image: null },
    })
    expect(url).toMatch(/\/media\/[\w-]{22}\/fil_\w+\/v1\/file\.pdf$/)
    expect(url.startsWith(`/${contentPrefixes.member(world.courseId, version)}`)).toBe(true)
    const page = await lms.call('catalog', null, 'GET', `/courses/${world.courseId}`)
    expect(JSON.stringify(page.body)).not.toContain('fil_')
    expect(JSON.stringify(page.body)).not.toContain('Lectura')
  })

  it('keeps the page and not more of its progress, and is complete by its reader’s word', async () => {
    const beat = async (fields: object) => {
      const at = new Date().toISOString()
      const { body } = await lms.call(
        'learning',
        people.enrolled,
        'PUT',
        `/my/courses/${world.courseId}/lessons/${lessonId}/progress`,
        { positionSeconds: 0, durationSeconds: 0, at, sentAt: at, ...fields },
      )
      return body
    }
    expect(await beat({ positionSeconds: 11, watched: [[0, 12]] })).toMatchObject({
      ...{ positionSeconds: 11, watched: [], completed: false },
    })
    expect(await beat({ positionSeconds: 19, completed: true })).toMatchObject({
      ...{ positionSeconds: 19, completed: true },
    })
    expect(await beat({ positionSeconds: 3 })).toMatchObject({ completed: true })
  })

  it('lies below the prefix of those alone who may open it', async () => {
    const before = (await published()).content.file.url
    const from = new Date(Date.now() + HOUR).toISOString()
    await change({ audience: { who: 'members', from } })
    await publish()
    const gated = await published()
    const own = contentPrefixes.gated(world.courseId, gated.version, lessonId)
    expect(gated.content.file.url.startsWith(`/${own}`)).toBe(true)
    // To who has completed it, it stays open.
    const late = { sub: 'late' }
    await lms.call('learning', late, 'PUT', `/my/courses/${world.courseId}`)
    const opened = await lms.call(
      'learning',
      late,
      'POST',
      `/my/courses/${world.courseId}/lessons/${lessonId}/session`,
    )
    expect(opened).toMatchObject({
      status: 403,
      body: { error: { reason: { code: 'lesson_not_open' } } },
    })
    await change({ audience: { who: 'everyone' } })
    await publish()
    const free = await published()
    const preview = contentPrefixes.preview(world.courseId, free.version)
    expect(free.content.file.url.startsWith(`/${preview}`)).toBe(true)
    // Each is sealed to its place: a seal opens nothing elsewhere.
    const seals = [before, gated.content.file.url, free.content.file.url].map(
      (url: string) => /\/media\/([\w-]{22})\//.exec(url)?.[1],
    )
    expect(new Set(seals).size).toBe(3)
    await change({ audience: { who: 'members', from: null } })
    await publish()
  })

  it('is replaced for learners by the next publishing alone', async () => {
    const { content } = await published()
    const next = await ready()
    await change({ fileId: next.id })
    expect((await published()).content.file.id).toBe(content.file.id)
    await publish()
    expect((await published()).content.file.id).toBe(next.id)
  })

  it('keeps its file from being deleted while it names it', async () => {
    const { fileId } = (await teach('GET', `/lessons/${lessonId}`)).body
    const refused = await teach('DELETE', `/files/${fileId}`)
    expect(refused).toMatchObject({
      status: 409,
      body: { error: { reason: { code: 'file_in_use' } } },
    })
    expect(refused.body.error.reason.params.published).toEqual(['Leaf'])
  })
})
