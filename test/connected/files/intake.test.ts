import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { createArrivals } from '#adapters/storage/files/arrivals'
import { createStoredFiles } from '#adapters/storage/files/stored-files'
import { contentKeys } from '#contract/courses/content'
import type { CourseFile } from '#contract/files/file'
import { arrivalKey } from '#contract/files/places'
import type { CourseId, FileId } from '#contract/platform/ids'
import { FileSettings } from '#contract/platform/media-settings'
import { say } from '#contract/say'
import type { Arrival } from '#core/files/ports'
import { takeInFile } from '#core/files/take-in-file'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people, type World } from '#test/support/world'

const PDF = '%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n'
const PNG = '\x89PNG\r\n\x1a\nno more of it'

let lms: Lms
let world: World
let s3: S3Client
beforeAll(async () => {
  lms = await startLms()
  s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
})
beforeEach(async () => {
  world = await makeWorld(lms)
})
afterAll(() => lms?.close())

/** What the worker has, but for pictures: these are told as they are given. */
const deps = (given: Partial<Parameters<typeof takeInFile>[0]> = {}) => ({
  files: createFileRepository(lms.table),
  arrivals: createArrivals(s3, 'ingest'),
  stored: createStoredFiles(s3, { content: 'content', ingest: 'ingest' }),
  makeImage: async () => ({ refusal: say('image_unreadable') }),
  limits: FileSettings.parse({}),
  log: { info: () => undefined },
  ...given,
})

const api = (method: string, path: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, `/teaching/courses/${world.courseId}${path}`, body)

async function begin(body: { name: string; bytes: number; use?: string }) {
  const answer = await api('POST', '/files', body)
  expect(answer.status).toBe(201)
  return answer.body as { file: CourseFile; url: string }
}

/** Uploads as a browser does; answers what the bucket then tells of. */
async function upload(name: string, content: string, use = 'any') {
  const body = Buffer.from(content, 'latin1')
  const { file, url } = await begin({ name, bytes: body.length, use })
  const put = await fetch(url, { method: 'PUT', body })
  expect(put.status).toBe(200)
  return { file, arrival: await arrivalOf(file) }
}

async function arrivalOf({ courseId, id }: CourseFile): Promise<Arrival> {
  const key = arrivalKey(courseId, id)
  const { ETag = '', ContentLength = 0 } = await s3.send(
    new HeadObjectCommand({ Bucket: 'ingest', Key: key }),
  )
  return { key, etag: ETag.replaceAll('"', ''), bytes: ContentLength }
}

const now = async ({ id }: CourseFile) => (await api('GET', `/files/${id}`)).body as CourseFile
const stored = (courseId: CourseId, fileId: FileId) =>
  lms.s3.store
    .list('content')
    .map(({ key }) => key)
    .filter((key) => key.startsWith(contentKeys.media(courseId, fileId)))
const arrived = () =>
  lms.s3.store
    .list('ingest')
    .map(({ key }) => key)
    .filter((key) => key.startsWith('_files/'))

describe('a file that is uploaded', () => {
  it('is looked at and lies where the course’s cookies open it, to be saved under its name', async () => {
    const { file, arrival } = await upload('Tema 3: álgebra.exe', PDF)
    expect(file).toMatchObject({ state: 'arriving', type: null, name: 'Tema 3_ álgebra.exe' })
    expect(await takeInFile(deps(), arrival)).toBe('settled')
    expect(await now(file)).toMatchObject({
      ...{ state: 'ready', type: 'pdf', name: 'Tema 3_ álgebra.exe.pdf', bytes: PDF.length },
    })
    const Key = `content/${world.courseId}/media/${file.id}/v1/file.pdf`
    const object = await s3.send(new GetObjectCommand({ Bucket: 'content', Key }))
    expect(await object.Body?.transformToString()).toBe(PDF)
    expect(object.ContentType).toBe('application/pdf')
    expect(object.ContentDisposition).toMatch(/^attachment; .*%C3%A1lgebra\.exe\.pdf$/)
    expect(object.CacheControl).toContain('immutable')
    expect(arrived()).not.toContain(arrival.key)
  })

  it('may be told of twice, at the same time and late', async () => {
    const { file, arrival } = await upload('a.pdf', PDF)
    const outcomes = await Promise.all([takeInFile(deps(), arrival), takeInFile(deps(), arrival)])
    expect(outcomes).toContain('settled')
    expect(await takeInFile(deps(), arrival)).toBe('known')
    expect(await now(file)).toMatchObject({ state: 'ready' })
    expect(stored(world.courseId, file.id)).toHaveLength(1)
  })

  it('is what was looked at, though another is sent to the same address at that moment', async () => {
    const { file, arrival } = await upload('a.pdf', PDF)
    const evil = Buffer.from(`<script>${' '.repeat(PDF.length - 8)}`)
    const overwrite = () =>
      s3.send(new PutObjectCommand({ Bucket: 'ingest', Key: arrival.key, Body: evil }))
    const { read, delete: remove } = createArrivals(s3, 'ingest')
    const swapping = {
      delete: remove,
      read: async (...given: Parameters<typeof read>) => {
        const bytes = await read(...given)
        if (given[1] === 0) await overwrite()
        return bytes
      },
    }
    expect(await takeInFile(deps({ arrivals: swapping }), arrival)).toBe('overtaken')
    expect(stored(world.courseId, file.id)).toEqual([])
    expect(await takeInFile(deps(), await arrivalOf(file))).toBe('settled')
    expect(await now(file)).toMatchObject({ state: 'refused', refusal: { code: 'file_is_page' } })
  })

  it('sent again after it was taken in changes nothing', async () => {
    const { file, arrival } = await upload('a.pdf', PDF)
    await takeInFile(deps(), arrival)
    const Body = PDF.replace('obj', 'OBJ')
    await s3.send(new PutObjectCommand({ Bucket: 'ingest', Key: arrival.key, Body }))
    expect(await takeInFile(deps(), await arrivalOf(file))).toBe('known')
    const Key = `content/${world.courseId}/media/${file.id}/v1/file.pdf`
    const object = await s3.send(new GetObjectCommand({ Bucket: 'content', Key }))
    expect(await object.Body?.transformToString()).toBe(PDF)
    expect(arrived()).not.toContain(arrival.key)
  })

  it.each([
    ['page.pdf', '<!doctype html><script>', 'any', 'file_is_page'],
    ['clip.pdf', '\0\0\0\x20ftypisom', 'any', 'file_is_video'],
    ['cut.pdf', '%PDF-1.7', 'any', 'file_damaged'],
    ['photo.png', PDF, 'image', 'file_no_image'],
    ['photo.png', PNG, 'image', 'image_unreadable'],
  ])('is refused with the reason: %s, %j', async (name, content, use, code) => {
    const { file, arrival } = await upload(name, content, use)
    expect(await takeInFile(deps(), arrival)).toBe('settled')
    expect(await now(file)).toMatchObject({ state: 'refused', refusal: { code } })
    expect(stored(world.courseId, file.id)).toEqual([])
    expect(arrived()).not.toContain(arrival.key)
  })

  it('is refused when it is larger than it may be, whoever put it there', async () => {
    const { file, arrival } = await upload('a.pdf', PDF)
    const limits = FileSettings.parse({ maxBytes: 10 })
    await takeInFile(deps({ limits }), arrival)
    expect(await now(file)).toMatchObject({ refusal: { code: 'file_over_limit' } })
  })

  it('takes no other length than was asked for', async () => {
    const { url } = await begin({ name: 'a.pdf', bytes: 10 })
    const put = await fetch(url, { method: 'PUT', body: 'eleven byte' })
    expect(put.status).toBe(403)
  })

  it('is refused before it is sent where it is too large', async () => {
    const bytes = 201 * 1024 ** 2
    expect(await api('POST', '/files', { name: 'a.zip', bytes })).toMatchObject({ status: 413 })
    const image = { name: 'a.png', bytes: 21 * 1024 ** 2, use: 'image' }
    expect(await api('POST', '/files', image)).toMatchObject({ status: 413 })
  })

  it('that nobody of ours asked for is cleared away', async () => {
    const Key = `_files/${world.courseId}/anything.html`
    await s3.send(new PutObjectCommand({ Bucket: 'ingest', Key, Body: '<script>' }))
    const arrival = { key: Key, etag: 'x', bytes: 8 }
    expect(await takeInFile(deps(), arrival)).toBe('nobodys')
    expect(arrived()).not.toContain(Key)
  })
})

describe('a file that is deleted', () => {
  it('is gone with all that it lies as', async () => {
    const { file, arrival } = await upload('a.pdf', PDF)
    await takeInFile(deps(), arrival)
    expect(await api('DELETE', `/files/${file.id}`)).toMatchObject({ status: 204 })
    expect(stored(world.courseId, file.id)).toEqual([])
    expect(await api('GET', `/files/${file.id}`)).toMatchObject({ status: 404 })
  })

  it('while somebody looks at it leaves nothing behind', async () => {
    const { file, arrival } = await upload('a.pdf', PDF)
    const { copy, ...other } = deps().stored
    const deleting = {
      ...other,
      copy: async (...given: Parameters<typeof copy>) => {
        const copied = await copy(...given)
        await api('DELETE', `/files/${file.id}`)
        await copy(...given)
        return copied
      },
    }
    expect(await takeInFile(deps({ stored: deleting }), arrival)).toBe('nobodys')
    expect(stored(world.courseId, file.id)).toEqual([])
  })
})

describe('the files of a course', () => {
  it('are listed, the newest first, page by page, and are no other course’s', async () => {
    const names = ['one.pdf', 'two.pdf', 'three.pdf']
    for (const name of names) await begin({ name, bytes: 1 })
    const first = (await api('GET', '/files?limit=2')).body
    const second = (await api('GET', `/files?limit=2&cursor=${first.nextCursor}`)).body
    const listed = [...first.items, ...second.items].map(({ name }: CourseFile) => name)
    expect(listed.slice(0, 3)).toEqual(names.toReversed())
    const other = await makeWorld(lms)
    const [{ id }] = first.items
    const there = `/teaching/courses/${other.courseId}/files/${id}`
    expect(await lms.call('teaching', people.owner, 'GET', there)).toMatchObject({ status: 404 })
  })
})
