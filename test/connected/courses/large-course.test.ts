import { gzipSync } from 'node:zlib'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { MOST_LESSONS } from '#contract/lessons/kinds/limits'
import { newId } from '#core/platform/ids'
import { onceForgotten } from '#test/support/forgotten'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people } from '#test/support/world'

/** Of 200 letters of three bytes each. */
const TITLE = '漢'.repeat(200)

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

const courseOf = async (lessons: number) => {
  const { courseId, moduleId } = await makeWorld(lms)
  const outlines = createOutlineRepository(lms.table)
  const now = new Date()
  for (let n = 0; n < lessons; n += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, lessons - n) }, (_, at) =>
        outlines.addLesson({
          ...{ id: newId('les', now), courseId, moduleId, kind: 'article' },
          ...{ title: TITLE, text: '', position: n + at + 2 },
        }),
      ),
    )
  return courseId
}
const publish = (courseId: string) =>
  lms.call('teaching', people.owner, 'POST', `/teaching/courses/${courseId}/versions`)

it('publishes a thousand lessons with titles of 200 wide letters, and shows them all', async () => {
  const courseId = await courseOf(1000)
  expect(await publish(courseId)).toMatchObject({ status: 201, body: { publishedVersion: 2 } })
  const page = await lms.call('catalog', null, 'GET', `/courses/${courseId}`)
  expect(page).toMatchObject({ status: 200, body: { lessonCount: 1001 } })
  const [module] = page.body.modules
  expect(module.lessons).toHaveLength(1001)
  expect(module.lessons.at(-1)).toEqual({
    ...{ id: expect.stringMatching(/^les_/), title: TITLE },
    ...{ kind: 'article', durationSeconds: null, previewUrl: null },
  })
}, 120_000)

it('opens with 300 lessons, each with a gate and done, in less than 30 kB', async () => {
  const { courseId, moduleId } = await makeWorld(lms)
  const outlines = createOutlineRepository(lms.table)
  const now = new Date()
  const ids = Array.from({ length: 300 }, () => newId('les', now))
  for (const [n, id] of ids.entries())
    await outlines.addLesson({
      ...{ id, courseId, moduleId, kind: 'article', text: 'A long text. '.repeat(100) },
      ...{ title: `Lesson ${n} of kernels, images and their dimensions`, position: n + 2 },
      audience: { who: 'members', from: new Date(now.getTime() + 3_600_000 + n).toISOString() },
    })
  const { publishedVersion } = (await publish(courseId)).body
  const progress = createProgressRepository(lms.table)
  const done = { positionSeconds: 0, watched: [], completed: true, updatedAt: now.toISOString() }
  for (const lessonId of ids)
    await progress.save(people.enrolled.sub, courseId, { lessonId, ...done }, null)
  const session = await onceForgotten(async () => {
    const opened = await lms.call(
      'learning',
      people.enrolled,
      'POST',
      `/my/courses/${courseId}/session`,
    )
    expect(opened.body.version).toBe(publishedVersion)
    return opened
  })
  expect(session.body.progress).toHaveLength(300)
  const object = await new S3Client({}).send(
    new GetObjectCommand({ Bucket: 'content', Key: session.body.outlineUrl.slice(1) }),
  )
  const outline = (await object.Body?.transformToString()) ?? ''
  expect(JSON.parse(outline).modules[0].lessons).toHaveLength(301)
  const bytes = [JSON.stringify(session.body), outline].map((text) => gzipSync(text).length)
  expect(bytes.reduce((sum, each) => sum + each, session.cookies.join().length)).toBeLessThan(
    30_000,
  )
}, 120_000)

it('says how many lessons can be published where a course has more', async () => {
  const courseId = await courseOf(MOST_LESSONS)
  const answer = await publish(courseId)
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
  expect(answer.body.error.reason.params.problems).toEqual([
    {
      code: 'too_many_lessons',
      params: { lessons: 2001, modules: 1, mostLessons: 2000, mostModules: 500 },
    },
  ])
}, 120_000)
