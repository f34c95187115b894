import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMediaSealer } from '#adapters/edge/media-sealer'
import { contentKeys } from '#contract/courses/content'
import { contentPrefixes, sealedFolder } from '#contract/courses/content-paths'
import { FOR_GOOD } from '#contract/platform/cache-seconds'
import { AssetId, CourseId } from '#contract/platform/ids'
import { contentTypes, immutable, lasting } from '#core/videos/playback/file-headers'
import { type LocalSite, startLocalSite } from '#test/support/local-site'

const courseId = CourseId.parse('crs_01JAAAAAAAAAAAAAAAAAAAAAAA')
const assetId = AssetId.parse('ast_01JAAAAAAAAAAAAAAAAAAAAAAA')
const encode = contentKeys.encode(courseId, assetId, 1)
const long = 'A line of text.\n'.repeat(200)

const files = {
  // As MediaConvert writes them: without a word on how long they may be kept.
  segment: [`${encode}index_240p_001.cmfv`, { contentType: 'video/mp4' }],
  playlist: [`${encode}index_240p.m3u8`, { contentType: contentTypes.hls }],
  thumbnails: [contentKeys.thumbnails(courseId, assetId, 1), immutable(contentTypes.webVtt)],
  captions: [contentKeys.captions(courseId, assetId, 'en', 1), immutable(contentTypes.webVtt)],
  hls: [contentKeys.hls(courseId, assetId), lasting(contentTypes.hls)],
  dash: [contentKeys.dash(courseId, assetId), lasting(contentTypes.dash)],
  // As a deployment of the web client writes them.
  hashed: ['assets/editor-4f1c22.js', { contentType: 'text/javascript', cacheControl: FOR_GOOD }],
} as const

let site: LocalSite
beforeAll(async () => {
  site = await startLocalSite({
    objects: Object.fromEntries([
      ...Object.values(files).map(([key, headers]) => [key, { ...headers, text: long }]),
      [files.segment[0].replace('001', '002'), { ...files.segment[1], text: long }],
    ]),
    invoke: async () => ({ statusCode: 200, body: JSON.stringify({ text: long }) }),
  })
})
afterAll(() => site.close())

const get = (key: string, cookie = site.cookiesFor(courseId)) =>
  fetch(`${site.url}/${key}`, { headers: { cookie, 'accept-encoding': 'gzip, br' } })

const YEAR = 'max-age=31536000, immutable'

test.each(['segment', 'playlist', 'thumbnails', 'captions'] as const)(
  'a browser keeps %s, which is never written again, for a year',
  async (name) => {
    const answer = await get(files[name][0])
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe(YEAR)
  },
)

test.each([contentPrefixes.member(courseId, 1), contentPrefixes.preview(courseId, 1)])(
  'the same by a sealed address below %s, of the one object that the edge keeps',
  async (prefix) => {
    const seal = createMediaSealer(site.secrets.sealSecret)(prefix, assetId)
    const [stored] = files.segment
    const name = stored.slice(contentKeys.media(courseId, assetId).length)
    await get(stored)
    const answer = await get(`${sealedFolder(prefix, seal, assetId)}${name}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe(YEAR)
    expect(answer.headers.get('x-cache')).toMatch(/^Hit/)
  },
)

test.each([
  ['a hashed file of the client', 'hashed', YEAR],
  ['a segment of a video', 'other', YEAR],
  ['a manifest', 'dash', 'max-age=30,'],
] as const)('the edge fetches %s once for everybody', async (_, name, told) => {
  const key = name === 'other' ? files.segment[0].replace('001', '002') : files[name][0]
  const answers = [await get(key), await get(key), await get(`${key}?from=elsewhere`)]
  expect(answers.map(({ headers }) => headers.get('x-cache'))).toEqual([
    'Miss from cloudfront',
    ...Array.from({ length: 2 }, () => 'Hit from cloudfront'),
  ])
  for (const { headers } of answers) expect(headers.get('cache-control')).toContain(told)
})

test('a browser asks soon again for what is written again under its name', async () => {
  expect((await get(files.hls[0])).headers.get('cache-control')).toContain('max-age=30,')
})

test('nobody is told to keep a refusal, nor that a file is missing', async () => {
  const [segment] = files.segment
  for (const answer of [await get(segment, ''), await get(`${encode}none.cmfv`)]) {
    expect(answer.status).toBe(403)
    expect(answer.headers.get('cache-control')).toBe(null)
  }
})

test.each(['playlist', 'thumbnails', 'captions', 'hls', 'dash'] as const)(
  'CloudFront compresses %s, by its list of types',
  async (name) => {
    const answer = await get(files[name][0])
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(await answer.text()).toBe(long)
  },
)

test('an answer of the API is compressed by the gateway, for CloudFront keeps it not', async () => {
  const answer = await fetch(`${site.url}/api/me`, {
    headers: { authorization: 'Bearer good-ada', 'accept-encoding': 'gzip, br' },
  })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await answer.json()).toEqual({ text: long })
})
