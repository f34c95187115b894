import { describe, expect, it } from 'vitest'
import { LessonContent, Playback } from '#contract/courses/content'
import { onceForgotten } from '#test/support/forgotten'
import { people } from '#test/support/world'
import {
  AUDIENCES,
  addressesOf,
  all,
  browserOf,
  lms,
  makeCourse,
  moveClock,
  OPENS,
  statuses,
  teach,
  useGatedCourses,
} from './gated-courses.ts'

useGatedCourses()

describe('A lesson that opens later', () => {
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
    ].map((name) => new URL(name, `https://learn.example.org${content.playbackUrl}`).pathname)
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
