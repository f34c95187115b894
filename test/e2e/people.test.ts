import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'
import { openSignedIn } from '#test/support/browser'
import type { RunningLectern } from '#test/support/lectern'
import { openTeachingSite, type TeachingSite } from '#test/support/teaching-site'

const PHONE = { width: 390, height: 844 }
const SLUG = 'who-learns'

let lectern: RunningLectern
let browser: Browser
let teacher: Page
let learner: Page
let asTeacher: ApiClient
let courseId: CourseId
let close: TeachingSite['close'] | undefined

const address = (path: string) => new URL(path, lectern.endpoints.webUrl).href

beforeAll(async () => {
  ;({ lectern, browser, page: teacher, teach: asTeacher, close } = await openTeachingSite())
  const { webUrl, accounts } = lectern.endpoints
  const body = { slug: SLUG, title: 'Who learns', summary: 'A test.' }
  courseId = (await asTeacher(routes.createCourse, { body })).id
  const params = { courseId }
  const { id: moduleId } = await asTeacher(routes.createModule, { params, body: { title: 'One' } })
  const lesson = { kind: 'article', title: 'Read me', text: 'Hello' } as const
  await asTeacher(routes.createLesson, { params: { courseId, moduleId }, body: lesson })
  const { course } = await asTeacher(routes.getDraft, { params })
  await asTeacher(routes.updateCourse, {
    params,
    body: { enrolling: 'code', revision: course.revision },
  })
  await asTeacher(routes.publishCourse, { params })
  learner = await openSignedIn(browser, {
    webUrl,
    account: accounts.learner,
    device: { viewport: PHONE },
  })
})
afterAll(() => close?.())

const row = () => teacher.locator('[data-part="learner"]').filter({ hasText: 'Lin Learner' })
const lesson = () => learner.getByRole('heading', { name: 'Read me' }).first()
const openCourse = () => learner.goto(address(`/learn/${courseId}`))
const manage = () => row().getByRole('button', { name: 'Manage access of Lin Learner' }).click()

describe('the people of a course', () => {
  it('come in by a code, whose link fills it in', async () => {
    await teacher.goto(address(`/teach/${courseId}/people`))
    await teacher.getByText('Nobody learns here yet').waitFor()
    await teacher.getByLabel('For whom is the code?').fill('Class of autumn')
    await teacher.getByRole('button', { name: 'Make a code' }).click()
    const code = (await teacher.locator('main code').first().textContent()) ?? ''
    await learner.goto(address(`/courses/${SLUG}?code=AAAAAAAAAA`))
    await learner.getByRole('button', { name: 'Enrol with the code' }).click()
    await learner.getByText('This code enrols nobody in this course').waitFor()
    await learner.goto(address(`/courses/${SLUG}?code=${code}`))
    await learner.getByRole('button', { name: 'Enrol with the code' }).click()
    await lesson().waitFor()
  })

  it('stand in the list, and are found by name', async () => {
    await teacher.reload()
    await row().waitFor()
    await teacher.getByLabel('Find somebody').fill('learn')
    await teacher.waitForURL(/q=learn/)
    await row().waitFor()
    await teacher.getByLabel('Find somebody').fill('nobody at all')
    await teacher.getByText('Nobody is found by “nobody at all”').waitFor()
    expect(await row().count()).toBe(0)
    await teacher.getByLabel('Find somebody').fill('')
    await row().waitFor()
  })

  it('are out once they are suspended, and in again when they are taken back', async () => {
    await manage()
    await teacher.getByRole('button', { name: 'Suspend Lin Learner' }).click()
    await teacher.getByRole('button', { name: 'Yes, suspend' }).click()
    await teacher.getByText('Suspended: may not learn in this course.').waitFor()
    await openCourse()
    await learner.getByText('A teacher of this course has suspended your access.').waitFor()
    await teacher.getByRole('button', { name: 'Take back' }).click()
    await teacher.getByText('May learn in this course.').waitFor()
    await teacher.keyboard.press('Escape')
    await openCourse()
    await lesson().waitFor()
  })

  it('come back by an undo, once they were removed', async () => {
    await manage()
    await teacher.getByRole('button', { name: 'Remove Lin Learner from the course' }).click()
    await teacher.getByRole('button', { name: 'Yes, remove' }).click()
    await teacher.getByText('Lin Learner was removed. What they did is kept.').waitFor()
    await row().waitFor({ state: 'detached' })
    await teacher.getByRole('button', { name: 'Undo' }).click()
    await teacher.getByText('Lin Learner is back.').waitFor()
    await row().waitFor()
    expect(await row().count()).toBe(1)
  })
})
