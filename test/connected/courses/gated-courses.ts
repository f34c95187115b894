import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createMediaSealer } from '#adapters/edge/media-sealer'
import { createMediaFiles } from '#adapters/storage/media-files'
import { contentKeys } from '#contract/courses/content'
import { lessonKey, prefixOf, sealedFolder } from '#contract/courses/content-paths'
import type { Audience } from '#contract/lessons/gate/audience'
import { type AssetId, CourseId, LessonId } from '#contract/platform/ids'
import { contentTypes, immutable } from '#core/videos/playback/file-headers'
import { publishPlayback } from '#core/videos/playback/publish-playback'
import { createCookieJar } from '#test/support/cookie-jar'
import { type Lms, startLms } from '#test/support/lms'
import { type LocalSite, startLocalSite } from '#test/support/local-site'
import { people, readyAsset, type Who } from '#test/support/world'

/** In a day. */
export const OPENS = new Date(Date.now() + 24 * 3_600_000).toISOString()
export const AUDIENCES = {
  public: { who: 'everyone' },
  member: { who: 'members', from: null },
  gated: { who: 'members', from: OPENS },
} as const satisfies Record<string, Audience>
export type Access = keyof typeof AUDIENCES
export const ACCESSES: readonly Access[] = ['public', 'member', 'gated']

export let lms: Lms
let site: LocalSite
/** An LMS and its site for the tests of a file. */
export function useGatedCourses() {
  beforeAll(async () => {
    site = await startLocalSite({
      invoke: async () => ({ statusCode: 500, body: '' }),
      read: (key, range) => lms.s3.store.read('content', key, range),
    })
    lms = await startLms(site.secrets)
  }, 60_000)
  afterAll(async () => {
    await site?.close()
    await lms?.close()
  })
  afterEach(() => vi.useRealTimers())
}

/** The clock of functions and edge. S3 is asked before, for its client goes by the server's own. */
export const moveClock = (now: number) => vi.useFakeTimers({ toFake: ['Date'], now })

export const teach = async (method: string, address: string, body?: unknown) => {
  const answer = await lms.call('teaching', people.owner, method, address, body)
  expect(answer.status, `${method} ${address}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body
}

/** A video as an encode and its publishing leave it: a file of every sort. */
async function makeVideo(courseId: CourseId): Promise<AssetId> {
  const made = readyAsset(courseId)
  const track = { language: 'en', label: 'English', revision: 1, cueCount: 1 }
  const captionsKey = contentKeys.captions(courseId, made.id, 'en', 1)
  const updatedAt = new Date().toISOString()
  const asset = { ...made, captions: [{ ...track, url: `/${captionsKey}`, updatedAt }] }
  await createAssetRepository(lms.table).create(asset, { etag: asset.id, sequencer: '01' })
  const s3 = new S3Client({})
  const encode = contentKeys.encode(courseId, made.id, 1)
  const files = {
    'index.m3u8':
      '#EXTM3U\n#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=9,RESOLUTION=320x180,URI="index_images.m3u8"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nindex_240p.m3u8\n',
    'index.mpd': '<MPD><Period></Period></MPD>',
    'index_240p.m3u8':
      '#EXTM3U\n#EXT-X-MAP:URI="index_240pinit.mp4"\n#EXTINF:4,\nindex_240p_1.m4s\n',
    'index_240pinit.mp4': 'init',
    'index_240p_1.m4s': 'segment',
    'index_images.m3u8':
      '#EXTM3U\n#EXT-X-TILES:RESOLUTION=320x180,LAYOUT=2x2,DURATION=1\n#EXTINF:4,\nindex_images_1.jpg\n',
    'index_images_1.jpg': 'sheet',
    'poster.0000001.jpg': 'poster',
  }
  for (const [name, Body] of Object.entries(files))
    await s3.send(new PutObjectCommand({ Bucket: 'content', Key: `${encode}${name}`, Body }))
  const media = createMediaFiles(s3, 'content')
  await media.writeText(captionsKey, 'WEBVTT\n', immutable(contentTypes.webVtt))
  const events = { published: async () => undefined }
  await publishPlayback({ files: media, events }, { ...asset, courseId, liveVersion: 1 })
  return made.id
}

/** What a player asks for, below an asset's folder. */
export const MEDIA = [
  'playback.json',
  'index.m3u8',
  'index.mpd',
  'poster.jpg',
  'captions/en.1.vtt',
  'captions/en.1.v1.m3u8',
  'v1/index_240p.m3u8',
  'v1/index_240pinit.mp4',
  'v1/index_240p_1.m4s',
  'v1/thumbnails.vtt',
  'v1/index_images_1.jpg',
]

interface Taught {
  readonly courseId: CourseId
  readonly lessons: Readonly<
    Record<Access, { readonly article: LessonId; readonly video: LessonId }>
  >
  /** One for all lessons: whoever sees it in one knows its id. */
  readonly assetId: AssetId
}

let made = 0
export async function makeCourse(): Promise<Taught> {
  made += 1
  const { id } = await teach('POST', '/teaching/courses', { title: `Gates ${made}` })
  const courseId = CourseId.parse(id)
  const base = `/teaching/courses/${courseId}`
  const assetId = await makeVideo(courseId)
  const module = await teach('POST', `${base}/modules`, { title: 'One' })
  const add = async (access: Access, body: object) => {
    const lesson = await teach('POST', `${base}/modules/${module.id}/lessons`, body)
    const audience = AUDIENCES[access]
    await teach('PATCH', `${base}/lessons/${lesson.id}`, { audience })
    return LessonId.parse(lesson.id)
  }
  const both = async (access: Access) => ({
    article: await add(access, { kind: 'article', title: access, text: `Text for ${access}` }),
    video: await add(access, { kind: 'video', title: access, assetId }),
  })
  const lessons = {
    public: await both('public'),
    member: await both('member'),
    gated: await both('gated'),
  }
  await teach('POST', `${base}/versions`)
  await lms.call('learning', people.enrolled, 'PUT', `/my/courses/${courseId}`)
  return { courseId, lessons, assetId }
}

export const lineOf = (taught: Taught, access: Access, kind: 'article' | 'video') => ({
  id: taught.lessons[access][kind],
  audience: access === 'member' ? undefined : AUDIENCES[access],
})

/** Every address that a lesson has in a version, by its right seal: the text of the article, the video and all its files. */
export function addressesOf(taught: Taught, access: Access, version = 1): string[] {
  const { courseId, assetId } = taught
  const video = lineOf(taught, access, 'video')
  const prefix = prefixOf(courseId, version, video)
  const folder = sealedFolder(prefix, seal(prefix, assetId), assetId)
  return [
    `/${lessonKey(courseId, version, lineOf(taught, access, 'article'))}`,
    `/${lessonKey(courseId, version, video)}`,
    ...MEDIA.map((name) => `/${folder}${name}`),
  ]
}
export const seal = (prefix: string, assetId: AssetId) =>
  createMediaSealer(site.secrets.sealSecret)(prefix, assetId)

/** A browser of that person, with the cookies that opening gave it. */
export function browserOf(who: Who) {
  const jar = createCookieJar()
  const call = async (address: string) => {
    const host = new URL(site.url).host
    const answer = await lms.call('learning', people[who], 'POST', address, undefined, host)
    jar.take(answer.cookies)
    return answer
  }
  return {
    openCourse: (courseId: CourseId) => call(`/my/courses/${courseId}/session`),
    openMedia: (courseId: CourseId) => call(`/teaching/courses/${courseId}/media-session`),
    openLesson: (courseId: CourseId, lessonId: LessonId) =>
      call(`/my/courses/${courseId}/lessons/${lessonId}/session`),
    get: (path: string) =>
      fetch(`${site.url}${path}`, { headers: { cookie: jar.headerFor(path) } }),
  }
}
type Browser = ReturnType<typeof browserOf>

export const statuses = async (browser: Browser, paths: readonly string[]) => {
  const found = await Promise.all(
    paths.map(async (path) => {
      const answer = await browser.get(path)
      await answer.arrayBuffer()
      return `${answer.status} ${path}`
    }),
  )
  return found
}
export const all = (status: number, paths: readonly string[]) =>
  paths.map((path) => `${status} ${path}`)
