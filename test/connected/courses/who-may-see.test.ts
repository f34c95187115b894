import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createMediaSealer } from '#adapters/edge/media-sealer'
import { createMediaFiles } from '#adapters/storage/media-files'
import { contentKeys, LessonContent, Playback, PublishedOutline } from '#contract/courses/content'
import { contentPrefixes, lessonKey, prefixOf, sealedFolder } from '#contract/courses/content-paths'
import type { Audience } from '#contract/lessons/gate/audience'
import { type AssetId, CourseId, LessonId } from '#contract/platform/ids'
import { contentTypes, immutable } from '#core/videos/playback/file-headers'
import { publishPlayback } from '#core/videos/playback/publish-playback'
import { createCookieJar } from '#test/support/cookie-jar'
import { onceForgotten } from '#test/support/forgotten'
import { type Lms, startLms } from '#test/support/lms'
import { type LocalSite, startLocalSite } from '#test/support/local-site'
import { people, readyAsset, type Who } from '#test/support/world'

/** In a day. */
const OPENS = new Date(Date.now() + 24 * 3_600_000).toISOString()
const AUDIENCES = {
  public: { who: 'everyone' },
  member: { who: 'members', from: null },
  gated: { who: 'members', from: OPENS },
} as const satisfies Record<string, Audience>
type Access = keyof typeof AUDIENCES
const ACCESSES: readonly Access[] = ['public', 'member', 'gated']

let lms: Lms
let site: LocalSite
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

/** The clock of functions and edge. S3 is asked before, for its client goes by the server's own. */
const moveClock = (now: number) => vi.useFakeTimers({ toFake: ['Date'], now })
afterEach(() => vi.useRealTimers())

const teach = async (method: string, address: string, body?: unknown) => {
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
const MEDIA = [
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
async function makeCourse(): Promise<Taught> {
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

const lineOf = (taught: Taught, access: Access, kind: 'article' | 'video') => ({
  id: taught.lessons[access][kind],
  audience: access === 'member' ? undefined : AUDIENCES[access],
})

/** Every address that a lesson has in a version, by its right seal: the text of the article, the video and all its files. */
function addressesOf(taught: Taught, access: Access, version = 1): string[] {
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
const seal = (prefix: string, assetId: AssetId) =>
  createMediaSealer(site.secrets.sealSecret)(prefix, assetId)

/** A browser of that person, with the cookies that opening gave it. */
function browserOf(who: Who) {
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

const statuses = async (browser: Browser, paths: readonly string[]) => {
  const found = await Promise.all(
    paths.map(async (path) => {
      const answer = await browser.get(path)
      await answer.arrayBuffer()
      return `${answer.status} ${path}`
    }),
  )
  return found
}
const all = (status: number, paths: readonly string[]) => paths.map((path) => `${status} ${path}`)

describe('A course with lessons for everyone, for members, and for members from a time on', () => {
  it('opens to a member with one call, all but what is locked; the outline names that and shows none of it', async () => {
    const taught = await makeCourse()
    const { courseId } = taught
    const member = browserOf('enrolled')
    const { body } = await member.openCourse(courseId)
    const outline = await (await member.get(body.outlineUrl)).text()
    for (const access of ACCESSES) expect(outline).not.toContain(`Text for ${access}`)
    expect(outline).not.toContain('media/')
    const lines = PublishedOutline.parse(JSON.parse(outline)).modules.flatMap(
      ({ lessons }) => lessons,
    )
    expect(lines.map(({ audience }) => audience)).toEqual([
      ...[AUDIENCES.public, AUDIENCES.public],
      ...[undefined, undefined],
      ...[AUDIENCES.gated, AUDIENCES.gated],
    ])
    const open = [...addressesOf(taught, 'member'), ...addressesOf(taught, 'public')]
    expect(await statuses(member, open)).toEqual(all(200, open))
    const locked = addressesOf(taught, 'gated')
    expect(await statuses(member, locked)).toEqual(all(403, locked))
  })

  it('shows everyone its previews and no more', async () => {
    const taught = await makeCourse()
    for (const who of ['nobody', 'learner', 'stranger'] as const) {
      const browser = browserOf(who)
      expect((await browser.openCourse(taught.courseId)).status).toBe(who === 'nobody' ? 401 : 404)
      const open = addressesOf(taught, 'public')
      expect(await statuses(browser, open)).toEqual(all(200, open))
      const closed = [...addressesOf(taught, 'member'), ...addressesOf(taught, 'gated')]
      expect(await statuses(browser, closed)).toEqual(all(403, closed))
    }
    const page = await lms.call('catalog', null, 'GET', `/courses/${taught.courseId}`)
    const urls = page.body.modules[0].lessons.map(
      ({ previewUrl }: { previewUrl: string | null }) => previewUrl,
    )
    expect(urls).toEqual([...addressesOf(taught, 'public').slice(0, 2), null, null, null, null])
    const answer = await browserOf('nobody').get(urls[1])
    const content = LessonContent.parse(await answer.json())
    expect(content).toMatchObject({ kind: 'video' })
  })

  it('opens nothing to cookies of another course, whatever prefix, seal and lesson are put together', async () => {
    const [taught, other] = [await makeCourse(), await makeCourse()]
    const member = browserOf('enrolled')
    await member.openCourse(taught.courseId)
    const stranger = browserOf('enrolled')
    await stranger.openCourse(other.courseId)
    const closed = ACCESSES.slice(1).flatMap((access) => addressesOf(taught, access))
    expect(await statuses(stranger, closed)).toEqual(all(403, closed))

    const { courseId, assetId } = taught
    const prefixes = [taught, other].flatMap(({ courseId: id, lessons }) => [
      contentPrefixes.member(id, 1),
      contentPrefixes.member(id, 2),
      contentPrefixes.gated(id, 1, lessons.gated.video),
      contentPrefixes.gated(id, 1, lessons.member.video),
      contentPrefixes.preview(id, 1),
    ])
    const assets = [assetId, other.assetId]
    const guesses = prefixes.flatMap((below) =>
      prefixes.flatMap((sealedTo) =>
        assets.flatMap((asset) =>
          assets.map((sealedAsset) => ({
            path: `/${sealedFolder(below, seal(sealedTo, sealedAsset), asset)}index.m3u8`,
            isRight: below === sealedTo && asset === sealedAsset,
            isMine:
              below === contentPrefixes.member(courseId, 1) ||
              below === contentPrefixes.preview(courseId, 1),
            isPublic: below.startsWith('previews/'),
            isThere: asset === (below.includes(courseId) ? assetId : other.assetId),
          })),
        ),
      ),
    )
    const answers = await statuses(
      member,
      guesses.map(({ path }) => path),
    )
    expect(answers).toEqual(
      guesses.map(
        ({ path, isRight, isMine, isPublic, isThere }) =>
          `${isRight && isThere && (isMine || isPublic) ? 200 : 403} ${path}`,
      ),
    )
    const shapes = [
      `/${contentKeys.hls(courseId, assetId)}`,
      `/${contentKeys.encode(courseId, assetId, 1)}index_240p_1.m4s`,
      `/${contentPrefixes.member(courseId, 1)}${taught.lessons.gated.article}.json`,
      `/${contentPrefixes.preview(courseId, 1)}${taught.lessons.gated.article}.json`,
      `/${contentPrefixes.member(courseId, 1)}../gated/${taught.lessons.gated.article}/${taught.lessons.gated.article}.json`,
    ]
    expect(await statuses(member, shapes)).toEqual(all(403, shapes))
  })

  it('opens a locked lesson at its time, by a call of its own, and no other with it', async () => {
    const taught = await makeCourse()
    const { courseId, lessons, assetId } = taught
    const member = browserOf('enrolled')
    await member.openCourse(courseId)
    expect(await member.openLesson(courseId, lessons.gated.video)).toMatchObject({
      status: 403,
      cookies: [],
      body: { error: { code: 'forbidden' } },
    })
    moveClock(Date.parse(OPENS) - 1)
    expect((await member.openLesson(courseId, lessons.gated.video)).status).toBe(403)
    moveClock(Date.parse(OPENS))
    const opened = await member.openLesson(courseId, lessons.gated.video)
    expect(opened.status).toBe(200)
    // Its video with all files, and not the article, which has a gate of its own.
    const [article = '', ...video] = addressesOf(taught, 'gated')
    expect(opened.body.contentUrl).toBe(video[0])
    expect(await statuses(member, video)).toEqual(all(200, video))
    expect(await statuses(member, [article])).toEqual(all(403, [article]))
    expect((await browserOf('learner').openLesson(courseId, lessons.gated.video)).status).toBe(404)

    const content = LessonContent.parse(await (await member.get(opened.body.contentUrl)).json())
    if (content.kind !== 'video') throw new Error('This lesson shows a video.')
    const playback = Playback.parse(await (await member.get(content.playbackUrl)).json())
    expect(playback.assetId).toBe(assetId)
    const named = [
      playback.hlsUrl,
      playback.thumbnailsUrl ?? '',
      playback.captions[0]?.url ?? '',
    ].map((name) => new URL(name, `${site.url}${content.playbackUrl}`).pathname)
    expect(await statuses(member, named)).toEqual(all(200, named))
  })

  it('takes no heartbeat for a lesson before it opens', async () => {
    const { courseId, lessons } = await makeCourse()
    const beat = () => {
      const at = new Date().toISOString()
      return lms.call(
        'learning',
        people.enrolled,
        'PUT',
        `/my/courses/${courseId}/lessons/${lessons.gated.video}/progress`,
        { positionSeconds: 1, durationSeconds: 4, at, sentAt: at },
      )
    }
    expect((await beat()).status).toBe(404)
    moveClock(Date.parse(OPENS))
    expect((await beat()).status).toBe(200)
  })

  it('published anew with a lock is closed below its old addresses to whoever opens it from then on', async () => {
    const taught = await makeCourse()
    const { courseId, lessons } = taught
    const before = browserOf('enrolled')
    await before.openCourse(courseId)
    for (const id of Object.values(lessons.member))
      await teach('PATCH', `/teaching/courses/${courseId}/lessons/${id}`, {
        audience: AUDIENCES.gated,
      })
    await teach('POST', `/teaching/courses/${courseId}/versions`)
    const after = await onceForgotten(async () => {
      const browser = browserOf('enrolled')
      expect((await browser.openCourse(courseId)).body.version).toBe(2)
      return browser
    })
    const locked = [
      ...addressesOf(taught, 'member', 1),
      ...addressesOf(taught, 'member', 1).map((path) => path.replace('/1/member/', '/2/member/')),
      ...addressesOf(taught, 'gated', 2),
    ]
    expect(await statuses(after, locked)).toEqual(all(403, locked))
    // Who had it open keeps it until their cookies end, and no longer.
    const old = addressesOf(taught, 'member', 1)
    expect(await statuses(before, old)).toEqual(all(200, old))
    moveClock(Date.now() + 6 * 3_600_000)
    expect(await statuses(before, old)).toEqual(all(403, old))
  })

  it('shows its teachers all of its media, and nobody else', async () => {
    const { courseId, assetId } = await makeCourse()
    const media = MEDIA.map((name) => `/${contentKeys.media(courseId, assetId)}${name}`)
    const owner = browserOf('owner')
    await owner.openMedia(courseId)
    expect(await statuses(owner, media)).toEqual(all(200, media))
    const member = browserOf('enrolled')
    await member.openCourse(courseId)
    expect((await member.openMedia(courseId)).status).toBe(403)
    expect(await statuses(member, media)).toEqual(all(403, media))
  })

  it('lies in the bucket only where its audience finds it', async () => {
    const taught = await makeCourse()
    const keys = lms.s3.store
      .list('content')
      .map(({ key }) => key)
      .filter((key) => key.includes(taught.courseId) && !key.includes('/media/'))
    expect(keys.sort()).toEqual(
      [
        contentKeys.outline(taught.courseId, 1),
        contentKeys.contents(taught.courseId, 1),
        ...ACCESSES.flatMap((access) => addressesOf(taught, access).slice(0, 2)).map((path) =>
          path.slice(1),
        ),
      ].sort(),
    )
    const Key = lessonKey(taught.courseId, 1, lineOf(taught, 'gated', 'article'))
    const object = await new S3Client({}).send(new GetObjectCommand({ Bucket: 'content', Key }))
    expect(JSON.parse((await object.Body?.transformToString()) ?? '')).toEqual({
      kind: 'article',
      text: 'Text for gated',
    })
  })
})

it('A course that an earlier version of Lectern published opens to nobody, and says why', async () => {
  const taught = await makeCourse()
  const { courseId } = taught
  const { courseEntity } = await import('#adapters/dynamo/courses/entity')
  await courseEntity(lms.table).patch({ id: courseId }).remove(['contentLayout']).go()
  const member = browserOf('enrolled')
  const conflict = { status: 409, cookies: [], body: { error: { code: 'conflict' } } }
  await onceForgotten(async () => expect(await member.openCourse(courseId)).toMatchObject(conflict))
  expect(await member.openLesson(courseId, taught.lessons.gated.video)).toMatchObject(conflict)
  const draft = () => lms.call('teaching', people.owner, 'GET', `/teaching/courses/${courseId}`)
  expect((await draft()).body.course.outdated).toBe(true)
  await teach('POST', `/teaching/courses/${courseId}/versions`)
  expect((await draft()).body.course.outdated).toBe(false)
  expect((await member.openCourse(courseId)).status).toBe(200)
})
