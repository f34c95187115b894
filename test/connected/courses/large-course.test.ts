import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { MOST_LESSONS } from '#contract/lessons/kinds/limits'
import { newId } from '#core/platform/ids'
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
  const courses = createCourseRepository(lms.table)
  const now = new Date()
  for (let n = 0; n < lessons; n += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, lessons - n) }, (_, at) =>
        courses.addLesson({
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
  expect(module.lessons.at(-1)).toEqual({ title: TITLE, kind: 'article', durationSeconds: null })
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
