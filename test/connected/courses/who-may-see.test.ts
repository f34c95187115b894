import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { documentOf } from '#contract/articles/markdown/document-of'
import { contentKeys, LessonContent, PublishedOutline } from '#contract/courses/content'
import { contentPrefixes, lessonKey, sealedFolder } from '#contract/courses/content-paths'
import { recordKey } from '#core/courses/versions/version-record'
import {
  ACCESSES,
  AUDIENCES,
  addressesOf,
  all,
  browserOf,
  lineOf,
  lms,
  MEDIA,
  makeCourse,
  seal,
  statuses,
  useGatedCourses,
} from './gated-courses.ts'

useGatedCourses()

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

  it('shows its teachers all of its media, and nobody else', async () => {
    const { courseId, assetId } = await makeCourse()
    const media = MEDIA.map((name) => `/${contentKeys.media(courseId, assetId)}${name}`)
    const owner = browserOf('owner')
    await owner.openMedia(courseId)
    expect(await statuses(owner, media)).toEqual(all(200, media))
    const member = browserOf('enrolled')
    await member.openCourse(courseId)
    expect((await member.openMedia(courseId)).status).toBe(404)
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
        recordKey(taught.courseId, 1),
        ...ACCESSES.flatMap((access) => addressesOf(taught, access).slice(0, 2)).map((path) =>
          path.slice(1),
        ),
      ].sort(),
    )
    const Key = lessonKey(taught.courseId, 1, lineOf(taught, 'gated', 'article'))
    const object = await new S3Client({}).send(new GetObjectCommand({ Bucket: 'content', Key }))
    expect(JSON.parse((await object.Body?.transformToString()) ?? '')).toEqual({
      kind: 'article',
      text: documentOf('Text for gated'),
    })
  })
})
