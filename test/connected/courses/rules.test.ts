import { describe, expect, it } from 'vitest'
import { PublishedOutline } from '#contract/courses/content'
import { lessonKey, prefixOf, sealedFolder } from '#contract/courses/content-paths'
import type { LessonId } from '#contract/platform/ids'
import type { Rules } from '#contract/rules/rule'
import { onceForgotten } from '#test/support/forgotten'
import { people, type Who } from '#test/support/world'
import {
  all,
  browserOf,
  lms,
  MEDIA,
  makeCourse,
  moveClock,
  seal,
  statuses,
  teach,
  useGatedCourses,
} from './gated-courses.ts'

useGatedCourses()

type Taught = Awaited<ReturnType<typeof makeCourse>>
const DAY = 86_400_000
const atOnce = { who: 'members', from: null } as const

/** A course of two modules: the second opens when a third of the first is complete; the first's film follows its text. */
async function makeRuled() {
  const taught = await makeCourse()
  const { courseId, lessons } = taught
  const base = `/teaching/courses/${courseId}`
  const ofFilm = { rules: [{ when: 'lesson', lessonId: lessons.member.article }] }
  await teach('PATCH', `${base}/lessons/${lessons.member.video}`, ofFilm)
  const days = { audience: atOnce, rules: [{ when: 'days', after: 2 }] }
  await teach('PATCH', `${base}/lessons/${lessons.gated.article}`, days)
  await teach('PATCH', `${base}/lessons/${lessons.gated.video}`, { audience: atOnce })
  const { modules } = await teach('GET', base)
  const second = await teach('POST', `${base}/modules`, { title: 'Two' })
  const moved = { id: lessons.gated.video, moduleId: second.id, after: null }
  await teach('PATCH', `${base}/outline`, { lessons: [moved] })
  const third = { when: 'module', moduleId: modules[0].id, percent: 33 }
  await teach('PATCH', `${base}/modules/${second.id}`, { rules: [third] })
  await teach('POST', `${base}/versions`)
  await enrol(taught, 'enrolled')
  return { taught, base, second, third }
}

const enrol = ({ courseId }: Taught, who: Who) =>
  lms.call('learning', people[who], 'PUT', `/my/courses/${courseId}`)

/** Every address that a lesson with rules has. */
function addressesOf({ courseId, assetId }: Taught, id: LessonId, rules: Rules, version: number) {
  const lesson = { id, rules }
  const prefix = prefixOf(courseId, version, lesson)
  const folder = sealedFolder(prefix, seal(prefix, assetId), assetId)
  return [`/${lessonKey(courseId, version, lesson)}`, ...MEDIA.map((name) => `/${folder}${name}`)]
}

const beat = ({ courseId }: Taught, who: Who, lessonId: LessonId, said: object = {}) => {
  const at = new Date().toISOString()
  return lms.call(
    'learning',
    people[who],
    'PUT',
    `/my/courses/${courseId}/lessons/${lessonId}/progress`,
    { positionSeconds: 0, durationSeconds: 4, at, sentAt: at, ...said },
  )
}
const completes = { completed: true }
const watched = { positionSeconds: 4, watched: [[0, 3600]] }

const openedAt = (taught: Taught, version: number, who: Who) =>
  onceForgotten(async () => {
    const browser = browserOf(who)
    const { body } = await browser.openCourse(taught.courseId)
    expect(body.version).toBe(version)
    return { browser, body }
  })

describe('A course whose lessons open by rules', () => {
  it('shows the rules to its members, and nothing of what they lock', async () => {
    const { taught, third } = await makeRuled()
    const { lessons } = taught
    const { browser, body } = await openedAt(taught, 2, 'enrolled')
    expect(body.enrolledAt).toMatch(/Z$/)
    const text = await (await browser.get(body.outlineUrl)).text()
    const outline = PublishedOutline.parse(JSON.parse(text))
    const rulesOf = (id: LessonId) =>
      outline.modules.flatMap((module) => module.lessons).find((line) => line.id === id)?.rules
    const film = [{ when: 'lesson' as const, lessonId: lessons.member.article }]
    expect(rulesOf(lessons.member.article)).toBeUndefined()
    expect(rulesOf(lessons.member.video)).toEqual(film)
    expect(rulesOf(lessons.gated.video)).toEqual([third])
    const locked = addressesOf(taught, lessons.member.video, film, 2)
    expect(locked[0]).toContain('/gated/')
    const under = locked.map((path) => path.replace(/gated\/les_[^/]+/, 'member'))
    expect(await statuses(browser, [...locked, ...under])).toEqual(all(403, [...locked, ...under]))
    expect((await browser.openLesson(taught.courseId, lessons.member.video)).body.error.code).toBe(
      'forbidden',
    )
  })

  it('opens a lesson, its video and captions with it, once the one before is complete, and no other', async () => {
    const { taught } = await makeRuled()
    const { courseId, lessons } = taught
    const { browser } = await openedAt(taught, 2, 'enrolled')
    expect((await beat(taught, 'enrolled', lessons.member.article, completes)).status).toBe(200)
    const opened = await browser.openLesson(courseId, lessons.member.video)
    expect(opened.status).toBe(200)
    const rules = [{ when: 'lesson' as const, lessonId: lessons.member.article }]
    const open = addressesOf(taught, lessons.member.video, rules, 2)
    expect(opened.body.contentUrl).toBe(open[0])
    expect(await statuses(browser, open)).toEqual(all(200, open))
    expect((await browser.openLesson(courseId, lessons.gated.video)).status).toBe(403)
    // Somebody else's completion opens nothing to me.
    await enrol(taught, 'learner')
    expect((await browserOf('learner').openLesson(courseId, lessons.member.video)).status).toBe(403)
    expect((await browserOf('stranger').openLesson(courseId, lessons.member.video)).status).toBe(
      404,
    )
  })

  it('takes no progress into a locked lesson, so that it cannot unlock others', async () => {
    const { taught } = await makeRuled()
    const { lessons } = taught
    await openedAt(taught, 2, 'enrolled')
    expect((await beat(taught, 'enrolled', lessons.member.video)).status).toBe(404)
    expect((await beat(taught, 'enrolled', lessons.member.video, watched)).status).toBe(404)
    expect((await beat(taught, 'enrolled', lessons.gated.article, completes)).status).toBe(404)
    const { body } = await browserOf('enrolled').openCourse(taught.courseId)
    expect(body.progress).toEqual([])
    expect((await beat(taught, 'enrolled', lessons.member.article, completes)).status).toBe(200)
    expect((await beat(taught, 'enrolled', lessons.member.video, watched)).status).toBe(200)
    // Two of five lessons are a third of them, and more.
    expect(
      (await browserOf('enrolled').openLesson(taught.courseId, lessons.gated.video)).status,
    ).toBe(200)
  })

  it('opens days after the enrolment, at midnight in its zone', async () => {
    const { taught } = await makeRuled()
    const { courseId, lessons } = taught
    const { body } = await openedAt(taught, 2, 'enrolled')
    const midnight = Date.parse(`${body.enrolledAt.slice(0, 10)}T00:00Z`) + 2 * DAY
    const open = () => browserOf('enrolled').openLesson(courseId, lessons.gated.article)
    moveClock(midnight - 1)
    expect((await open()).status).toBe(403)
    moveClock(midnight)
    expect((await open()).status).toBe(200)
  })

  it('stays open to who completed it, whatever rule comes later, and to those who teach it', async () => {
    const { taught, base } = await makeRuled()
    const { courseId, lessons } = taught
    await openedAt(taught, 2, 'enrolled')
    await beat(taught, 'enrolled', lessons.member.article, completes)
    const later = { rules: [{ when: 'day', on: '2199-01-01' }] }
    await teach('PATCH', `${base}/lessons/${lessons.member.article}`, later)
    await teach('POST', `${base}/versions`)
    const { browser } = await openedAt(taught, 3, 'enrolled')
    const opened = await browser.openLesson(courseId, lessons.member.article)
    expect(opened.status).toBe(200)
    expect((await browser.get(opened.body.contentUrl)).status).toBe(200)
    await enrol(taught, 'learner')
    expect((await browserOf('learner').openLesson(courseId, lessons.member.article)).status).toBe(
      403,
    )
    expect((await browserOf('owner').openLesson(courseId, lessons.member.article)).status).toBe(200)
  })

  it('is not published while lessons wait for each other, and says which', async () => {
    const { taught, base } = await makeRuled()
    const { lessons } = taught
    const back = { rules: [{ when: 'lesson', lessonId: lessons.member.video }] }
    await teach('PATCH', `${base}/lessons/${lessons.member.article}`, back)
    const refused = await lms.call('teaching', people.owner, 'POST', `${base}/versions`)
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).toContain('rules_in_circle')
    await teach('PATCH', `${base}/lessons/${lessons.member.article}`, { rules: [] })
    await teach('DELETE', `${base}/lessons/${lessons.member.article}`)
    const gone = await lms.call('teaching', people.owner, 'POST', `${base}/versions`)
    expect(gone.status).toBe(409)
    expect(JSON.stringify(gone.body)).toContain('lesson_waits_for_nothing')
  })

  it('is told with what publishing changes, and copied with its module: the copies wait for each other', async () => {
    const { taught, base, second, third } = await makeRuled()
    const { lessons } = taught
    const looked = async () => (await teach('GET', `${base}/publishing`)).changes
    expect(await looked()).toEqual([])
    await teach('PATCH', `${base}/modules/${second.id}`, { rules: [] })
    await teach('PATCH', `${base}/lessons/${lessons.gated.video}`, { rules: [third] })
    expect(await looked()).toEqual([
      { what: 'module_rules_changed', module: 'Two', rules: 0 },
      { what: 'lesson_rules_changed', lesson: 'gated', rules: 1 },
    ])
    const first = (await teach('GET', base)).modules[0]
    const copy = { key: 'k'.repeat(20), title: 'One again' }
    const made = await teach('POST', `${base}/modules/${first.id}/copies`, copy)
    const { modules } = await teach('GET', base)
    const copied = modules.find(({ id }: { id: string }) => id === made.id)
    const [article, film] = copied.lessons.slice(2)
    expect(article.id).not.toBe(lessons.member.article)
    expect(film.rules).toEqual([{ when: 'lesson', lessonId: article.id }])
    const preview = await teach('GET', `${base}/preview`)
    const line = preview.modules[0].lessons.find(
      ({ id }: { id: string }) => id === lessons.member.video,
    )
    expect(line.rules).toEqual([{ when: 'lesson', lessonId: lessons.member.article }])
  })
})
