import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCopyings } from '#adapters/dynamo/copying/repository'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createContentStore } from '#adapters/storage/content-store'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createMediaFolders } from '#adapters/storage/media-folders'
import { contentKeys } from '#contract/courses/content'
import { CourseId } from '#contract/platform/ids'
import { fillCopy } from '#core/courses/copying/fill-copy'
import { courseFileOf } from '#test/support/course-file'
import { type Lms, startLms } from '#test/support/lms'
import { handTo } from '#test/support/queue-event'
import { people, putEncode, readyAsset } from '#test/support/world'

const KEY = 'the-copy-for-next-term'
const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:02.000\nThe kernel\n'

let lms: Lms
let work: (event: unknown) => Promise<void>
const s3 = () => new S3Client({ forcePathStyle: true })

beforeAll(async () => {
  lms = await startLms()
  process.env.TABLE_NAME = lms.table.name
  work = handTo((await import('#functions/course-copy/index')).handler)
})
afterAll(() => lms?.close())

const ask = (method: string, address: string, body?: unknown) =>
  lms.call('teaching', people.owner, method, address, body)
const teach = async (method: string, address: string, body?: unknown) => {
  const answer = await ask(method, address, body)
  if (answer.status >= 300)
    throw new Error(`${method} ${address}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
const fill = (courseId: string) =>
  work({
    source: 'lectern.courses',
    'detail-type': 'Course Copying Asked',
    detail: { deploymentId: 'test', courseId },
  })
const put = (Key: string, Body: string) =>
  s3().send(new PutObjectCommand({ Bucket: 'content', Key, Body, ContentType: 'text/x-test' }))
const read = async (Key: string) => {
  const { Body, ContentType } = await s3().send(new GetObjectCommand({ Bucket: 'content', Key }))
  return { text: await Body?.transformToString(), type: ContentType }
}
const keysBelow = async (Prefix: string) => {
  const { Contents = [] } = await s3().send(new ListObjectsV2Command({ Bucket: 'content', Prefix }))
  return Contents.map(({ Key = '' }) => Key.slice(Prefix.length)).sort()
}

/** A course that shows one of everything: a video with captions, a PDF, a picture, a link from lesson to lesson. */
async function makeCourse() {
  const made = await teach('POST', '/teaching/courses', { title: 'Operating systems' })
  const courseId = CourseId.parse(made.id)
  const base = `/teaching/courses/${courseId}`
  await teach('PATCH', base, {
    ...{ language: 'en', level: 'advanced', topics: ['Kernels'], capacity: 30 },
    ...{ startsOn: '2026-03-23', endsOn: '2026-06-30', timeZone: 'Europe/Madrid' },
  })
  const assets = createAssetRepository(lms.table)
  const files = createFileRepository(lms.table)
  const ready = readyAsset(courseId)
  const captions = contentKeys.captions(courseId, ready.id, 'en', 1)
  const track = { language: 'en', label: 'English', revision: 1, cueCount: 1, url: `/${captions}` }
  const asset = { ...ready, captions: [{ ...track, updatedAt: ready.createdAt }] }
  await assets.create(asset, { etag: 'etag', sequencer: '01' })
  await assets.noteContent(asset.id, { sha256: `sha of ${asset.id}`, version: 1 })
  await putEncode(courseId, asset.id)
  await put(captions, CAPTIONS)
  const pdf = courseFileOf({ courseId, state: 'ready', type: 'pdf' })
  await files.addReady(pdf)
  await put(`${contentKeys.media(courseId, pdf.id)}v1/file.pdf`, '%PDF')
  const image = { width: 640, height: 480, widths: [320, 640] }
  const picture = courseFileOf({ courseId, state: 'ready', type: 'png', use: 'image', image })
  await files.addReady(picture)
  for (const name of ['320.webp', '640.webp', '320.jpg', '640.jpg'])
    await put(`${contentKeys.media(courseId, picture.id)}v1/${name}`, name)

  await teach('PATCH', base, { cover: { fileId: picture.id, focus: 30 } })
  const module = await teach('POST', `${base}/modules`, { title: 'One' })
  const add = (lesson: object) => teach('POST', `${base}/modules/${module.id}/lessons`, lesson)
  const video = await add({ kind: 'video', title: 'Kernel', assetId: asset.id })
  await add({ kind: 'file', title: 'Notes', fileId: pdf.id })
  const figure = {
    ...{ type: 'figure', fileId: picture.id, ...image },
    ...{ alt: 'A ring', decorative: false, children: [] },
  }
  const link = (url: string) => ({
    type: 'link',
    ...{ url, title: null, children: [{ type: 'text', value: 'back' }] },
  })
  const article = await add({
    ...{ kind: 'article', title: 'Rings' },
    text: {
      version: 1,
      children: [
        figure,
        { type: 'paragraph', children: [link(`/learn/${courseId}/${video.id}`)] },
        { type: 'paragraph', children: [link(`/courses/${made.slug}`)] },
      ],
    },
  })
  await teach('PATCH', `${base}/lessons/${article.id}`, {
    audience: { who: 'members', from: '2026-03-27T08:00:00.000Z' },
  })
  return { courseId, base, asset, pdf, picture, slug: made.slug as string }
}

it('copies a course with all that its lessons show, and what they name is the copy’s own', async () => {
  const source = await makeCourse()
  const body = { key: KEY, title: 'Copy of Operating systems', days: 7 }
  const made = await ask('POST', `${source.base}/copies`, body)
  expect(made).toMatchObject({
    status: 201,
    body: {
      ...{ title: body.title, visibility: 'private', copying: true, publishedVersion: null },
      ...{ slug: 'copy-of-operating-systems', ownerId: people.owner.sub, enrolmentCount: 0 },
      ...{ language: 'en', level: 'advanced', topics: ['Kernels'], capacity: 30 },
      ...{ startsOn: '2026-03-30', endsOn: '2026-07-07', timeZone: 'Europe/Madrid' },
    },
  })
  const copyId = CourseId.parse(made.body.id)
  const base = `/teaching/courses/${copyId}`
  expect((await teach('GET', base)).course).toEqual(made.body)

  const early = await ask('POST', `${base}/versions`)
  expect(early.status).toBe(409)
  expect(early.body.error.code).toBe('conflict')
  expect(early.body.error.message).toContain('not all there yet')
  expect(await ask('POST', `${base}/copies`, { ...body, key: `${KEY}-2` })).toMatchObject({
    status: 409,
  })

  await fill(copyId)
  const { copying } = await teach('GET', `${base}/copying`)
  expect(copying).toMatchObject({
    ...{ of: 'Operating systems', state: 'done', copied: 3, total: 3, missing: [] },
  })
  const { course, modules } = await teach('GET', base)
  expect(course.copying).toBe(false)
  const [video, file, article] = modules[0].lessons
  expect([video.title, file.title, article.title]).toEqual(['Kernel', 'Notes', 'Rings'])
  expect(JSON.stringify(modules)).not.toContain(source.courseId)
  const [figure, toLesson, toCourse] = article.text.children
  expect(toLesson.children[0].url).toBe(`/learn/${copyId}/${video.id}`)
  expect(toCourse.children[0].url).toBe(`/courses/${copyId}`)
  // Clocks went forward on 29 March; the lesson opens at the same time of day.
  expect(article.audience).toEqual({ who: 'members', from: '2026-04-03T07:00:00.000Z' })

  expect(video.assetId).not.toBe(source.asset.id)
  const asset = await createAssetRepository(lms.table).getRecord(video.assetId)
  expect(asset?.asset).toMatchObject({
    ...{ courseId: copyId, state: 'ready', liveVersion: 1, fileName: 'kernel.mp4' },
    ...{ estimatedCostUsd: 0, reusedFrom: source.asset.id },
  })
  expect(asset?.content).toEqual({ sha256: `sha of ${source.asset.id}`, version: 1 })
  const folder = contentKeys.media(copyId, video.assetId)
  const published = (await keysBelow(folder)).filter((key) => !key.startsWith('v1/'))
  expect(published).toEqual(
    expect.arrayContaining(['captions/en.1.vtt', 'index.m3u8', 'playback.json', 'poster.jpg']),
  )
  expect(await keysBelow(`${folder}v1/`)).toEqual(
    await keysBelow(contentKeys.encode(source.courseId, source.asset.id, 1)),
  )
  expect((await read(`${folder}captions/en.1.vtt`)).text).toBe(CAPTIONS)
  expect(asset?.asset.captions[0]?.url).toBe(`/${folder}captions/en.1.vtt`)
  expect(await read(`${contentKeys.media(copyId, file.fileId)}v1/file.pdf`)).toEqual({
    ...{ text: '%PDF', type: 'text/x-test' },
  })
  expect(await keysBelow(contentKeys.media(copyId, figure.fileId))).toHaveLength(4)
  expect(course.cover).toMatchObject({ fileId: figure.fileId, focus: 30, widths: [320, 640] })
  expect(course.cover.folder).toContain(copyId)
  expect(course.cover.folder).not.toContain(source.picture.id)
  await teach('POST', `${base}/versions`)

  // Asked again with the same key, and worked again by the same event, it is the same copy.
  const changes = await lms.watch()
  const again = await ask('POST', `${source.base}/copies`, body)
  expect([again.status, again.body.id]).toEqual([201, copyId])
  await fill(copyId)
  expect(await changes()).toEqual([])

  // What becomes of the source's video is nothing to the copy, nor to a copy of that.
  const folders = createMediaFolders(s3(), 'content')
  await folders.deleteAll(contentKeys.course(source.courseId))
  const second = await teach('POST', `${base}/copies`, { ...body, days: 0 })
  await fill(second.id)
  const third = await teach('GET', `/teaching/courses/${second.id}`)
  expect(third.course).toMatchObject({ copying: false, startsOn: '2026-03-30' })
  expect(JSON.stringify(third.modules)).not.toContain(copyId)
  await teach('POST', `/teaching/courses/${second.id}/versions`)
})

it('says what was gone, and waits for its teacher to go on without', async () => {
  const source = await makeCourse()
  const { id } = await teach('POST', `${source.base}/copies`, { key: KEY, title: 'Copy' })
  await createMediaFolders(s3(), 'content').deleteAll(
    contentKeys.media(source.courseId, source.pdf.id),
  )
  await createFileRepository(lms.table).remove(source.courseId, source.pdf.id)
  await fill(id)
  const { copying } = await teach('GET', `/teaching/courses/${id}/copying`)
  expect(copying).toMatchObject({ state: 'failed', missing: ['notes.pdf'], copied: 3 })
  expect(await ask('POST', `/teaching/courses/${id}/versions`)).toMatchObject({ status: 409 })

  await teach('POST', `/teaching/courses/${id}/copying`, {})
  await fill(id)
  expect((await teach('GET', `/teaching/courses/${id}`)).course.copying).toBe(true)

  await teach('POST', `/teaching/courses/${id}/copying`, { without: true })
  await fill(id)
  expect((await teach('GET', `/teaching/courses/${id}`)).course.copying).toBe(false)
})

it('refuses to copy while a video that lessons show is not ready', async () => {
  const source = await makeCourse()
  const assets = createAssetRepository(lms.table)
  await assets.save({ ...source.asset, state: 'transcoding', liveVersion: null })
  const refused = await ask('POST', `${source.base}/copies`, { key: KEY, title: 'Copy' })
  expect(refused.status).toBe(409)
  expect(refused.body.error.message).toContain('kernel.mp4')
})

it('goes on where it was broken off, and tells of it meanwhile', async () => {
  const source = await makeCourse()
  const made = await teach('POST', `${source.base}/copies`, { key: KEY, title: 'Copy' })
  const id = CourseId.parse(made.id)
  const asked: string[] = []
  const folders = createMediaFolders(s3(), 'content')
  let breaks = true
  const deps = {
    copyings: createCopyings(lms.table),
    outlines: createOutlineRepository(lms.table),
    assets: createAssetRepository(lms.table),
    courseFiles: createFileRepository(lms.table),
    content: createContentStore(s3(), 'content'),
    files: createMediaFiles(s3(), 'content'),
    folders: {
      ...folders,
      copyAll: async (from: string, to: string) => {
        const there = await folders.copyAll(from, to)
        if (breaks) throw new Error('S3 is unwell')
        return there
      },
    },
    events: { published: async () => {} },
    copyEvents: { asked: async (courseId: string) => void asked.push(courseId) },
    clock: { now: () => new Date() },
  }
  await expect(fillCopy(deps, id, () => true)).rejects.toThrow('unwell')
  const failed = await teach('GET', `/teaching/courses/${id}/copying`)
  expect(failed.copying).toMatchObject({ state: 'failed', copied: 0, missing: [] })
  breaks = false
  let calls = 0
  expect(await fillCopy(deps, id, () => calls++ < 1)).toBe('unfinished')
  expect(asked).toEqual([id])
  expect((await deps.copyings.get(id))?.copied).toBe(1)
  expect(await fillCopy(deps, id, () => true)).toBe('whole')
  const { modules } = await teach('GET', `/teaching/courses/${id}`)
  expect(modules.map(({ lessons }: { lessons: unknown[] }) => lessons.length)).toEqual([3])
})

it('copies a course of 300 lessons', async () => {
  const made = await teach('POST', '/teaching/courses', { title: 'Large' })
  const courseId = CourseId.parse(made.id)
  const base = `/teaching/courses/${courseId}`
  const outlines = createOutlineRepository(lms.table)
  const module = await teach('POST', `${base}/modules`, { title: 'Many' })
  const first = await teach('POST', `${base}/modules/${module.id}/lessons`, {
    ...{ kind: 'article', title: 'First', text: 'x'.repeat(2_000) },
  })
  for (let n = 1; n < 300; n += 1) {
    const id = `les_${first.id.slice(4, -3)}${String(n).padStart(3, '0')}` as typeof first.id
    const { revision: _, ...lesson } = first
    await outlines.addLesson({ ...lesson, id, title: `Lesson ${n}`, position: first.position + n })
  }
  const { id } = await teach('POST', `${base}/copies`, { key: KEY, title: 'Copy' })
  await fill(id)
  const { course, modules } = await teach('GET', `/teaching/courses/${id}`)
  expect(course.copying).toBe(false)
  const titles = modules[0].lessons.map(({ title }: { title: string }) => title)
  expect(titles).toHaveLength(300)
  expect(titles.slice(0, 3)).toEqual(['First', 'Lesson 1', 'Lesson 2'])
})
