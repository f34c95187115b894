import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMediaSealer } from '#adapters/edge/media-sealer'
import { type ContentRoot, contentPrefixes, sealedFolder } from '#contract/courses/content-paths'
import { AssetId, CourseId, LessonId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { contentDoor } from '#lib/edge/content-door'
import { runViewerRequest } from '#local/edge/viewer/edge-function'

const SECRET = 'k3pt-by-edge-and-teaching'
const seal = createMediaSealer(SECRET)
const now = new Date()
const [course, otherCourse] = [CourseId.parse(newId('crs', now)), CourseId.parse(newId('crs', now))]
const [lesson, otherLesson] = [LessonId.parse(newId('les', now)), LessonId.parse(newId('les', now))]
const [asset, otherAsset] = [AssetId.parse(newId('ast', now)), AssetId.parse(newId('ast', now))]

const doors = { content: contentDoor('content', SECRET), previews: contentDoor('previews', SECRET) }
/** The path that a door lets through, or the status that it answers. */
const enter = (root: ContentRoot, uri: string) => {
  const request = { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} }
  const result = runViewerRequest(doors[root], request)
  return 'response' in result ? result.response.statusCode : result.request.uri
}
const rootOf = (path: string): ContentRoot =>
  path.startsWith('/previews') ? 'previews' : 'content'

const prefixes = [
  contentPrefixes.member(course, 3),
  contentPrefixes.gated(course, 3, lesson),
  contentPrefixes.preview(course, 3),
]
const others = [
  contentPrefixes.member(course, 4),
  contentPrefixes.member(otherCourse, 3),
  contentPrefixes.gated(course, 3, otherLesson),
  contentPrefixes.gated(course, 4, lesson),
  contentPrefixes.preview(course, 4),
  contentPrefixes.preview(otherCourse, 3),
]
const FILES = ['index.m3u8', 'playback.json', 'captions/pt-BR.3.vtt', 'v2/index_360p_00001.m4s']

describe('The door to content', () => {
  test.each(prefixes)('takes a sealed address below %s to the asset’s own files', (prefix) => {
    for (const file of FILES) {
      const path = `/${sealedFolder(prefix, seal(prefix, asset), asset)}${file}`
      expect(enter(rootOf(path), path)).toBe(`/content/${course}/media/${asset}/${file}`)
    }
  })

  test('takes no seal below a prefix or for an asset that it was not made for', () => {
    const all = [...prefixes, ...others]
    for (const made of all)
      for (const used of all) {
        const path = `/${sealedFolder(used, seal(made, asset), asset)}index.m3u8`
        const expected =
          made === used ? `/content/${used.split('/')[1]}/media/${asset}/index.m3u8` : 403
        expect(enter(rootOf(path), path), path).toBe(expected)
        const swapped = `/${sealedFolder(used, seal(made, otherAsset), asset)}index.m3u8`
        expect(enter(rootOf(swapped), swapped), swapped).toBe(403)
      }
  })

  test('takes no seal that differs in one character, is longer, shorter or made with another secret', () => {
    const prefix = prefixes[0] ?? ''
    const right = seal(prefix, asset)
    const wrong = [
      ...[...right].map(
        (letter, at) => right.slice(0, at) + (letter === 'A' ? 'B' : 'A') + right.slice(at + 1),
      ),
      `${right}A`,
      right.slice(0, -1),
      createMediaSealer('another')(prefix, asset),
    ]
    for (const one of wrong)
      expect(enter('content', `/${sealedFolder(prefix, one, asset)}index.m3u8`), one).toBe(403)
  })

  test('lets the keys of texts and of the teachers’ media through as they are, each by its own door', () => {
    const content = [
      `/${contentPrefixes.member(course, 3)}outline.json`,
      `/${contentPrefixes.member(course, 3)}${lesson}.json`,
      `/${contentPrefixes.gated(course, 3, lesson)}${lesson}.json`,
      `/${contentPrefixes.media(course)}${asset}/v1/index.m3u8`,
    ]
    const preview = `/${contentPrefixes.preview(course, 3)}${lesson}.json`
    for (const path of content) {
      expect(enter('content', path)).toBe(path)
      expect(enter('previews', path), path).toBe(403)
    }
    expect(enter('previews', preview)).toBe(preview)
    expect(enter('content', preview)).toBe(403)
  })

  test.each([
    `/content/${course}/versions/1/outline.json`,
    `/pages/${course}/1.json`,
    `/${contentPrefixes.gated(course, 3, lesson)}${otherLesson}.json`,
    `/${contentPrefixes.gated(course, 3, lesson)}outline.json`,
    `/${contentPrefixes.member(course, 3)}../gated/${lesson}/${lesson}.json`,
    `/${contentPrefixes.member(course, 3)}%2e%2e/gated/${lesson}/${lesson}.json`,
    `/${contentPrefixes.member(course, 3)}..%2fgated%2f${lesson}%2f${lesson}.json`,
    `/${contentPrefixes.member(course, 3)}media/${asset}/index.m3u8`,
    `//${contentPrefixes.media(course)}${asset}/index.m3u8`,
    `/${contentPrefixes.media(course)}${asset}/../${otherAsset}/index.m3u8`,
    `/${contentPrefixes.media(course)}${asset}/.hidden`,
    `/${contentPrefixes.member(course, 3)}outline.json\n`,
    '/previews/',
  ])('refuses %s', (path) => {
    expect(enter('content', path)).toBe(403)
    expect(enter('previews', path)).toBe(403)
  })

  test('takes a sealed address nowhere but below the sealed asset, whatever follows it', () => {
    const segment = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '',
      'v1',
      otherAsset,
      'a.m4s',
      '~',
      '\\',
      'x%00',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...prefixes),
        fc.array(fc.oneof(segment, fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 5 }),
        (prefix, segments) => {
          const path = `/${sealedFolder(prefix, seal(prefix, asset), asset)}${segments.join('/')}`
          const entered = enter(rootOf(path), path)
          if (entered === 403) return
          const below = `/content/${course}/media/${asset}/`
          expect(entered).toBe(`${below}${segments.join('/')}`)
          expect(new URL(String(entered), 'https://a').pathname).toBe(entered)
          expect(decodeURIComponent(String(entered))).toBe(entered)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('fits into what CloudFront takes of a function', () => {
    for (const code of Object.values(doors)) expect(Buffer.byteLength(code)).toBeLessThan(10_240)
  })
})
