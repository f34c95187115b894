import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queries } from '#adapters/cache/queries'
import type { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { Rules } from '#contract/rules/rule'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/screens'
/** So long an environment may remember the version before, in milliseconds. */
const UNTIL_FORGOTTEN = (queries.published.memory + 1) * 1_000

let lectern: RunningLectern
let browser: Browser
let author: Page
let learner: Page
let courseId: CourseId
const modules = new Map<string, ModuleId>()
const lessons = new Map<string, LessonId>()
const barriers: string[] = []

const address = (path: string) => new URL(path, lectern.endpoints.webUrl).href
const teach = () => apiAs(lectern.endpoints, lectern.endpoints.accounts.author)
const learn = () => apiAs(lectern.endpoints, lectern.endpoints.accounts.learner)
const idOf = (title: string) => {
  const lessonId = lessons.get(title)
  if (!lessonId) throw new Error(`There is no lesson ${title}`)
  return lessonId
}
const contents = (page: Page) => page.getByRole('navigation', { name: 'Course contents' }).first()
const line = (page: Page, name: RegExp) => contents(page).getByRole('link', { name })
const rulesOf = async (title: string): Promise<Rules> => {
  const draft = await teach()(routes.getDraft, { params: { courseId } })
  const all = draft.modules.flatMap((module) => [module, ...module.lessons])
  return all.find((one) => one.title === title)?.rules ?? []
}

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const body = { slug: 'by-rules', title: 'Step by step', summary: 'A test.' }
  courseId = (await teach()(routes.createCourse, { body })).id
  await teach()(routes.updateCourse, { params: { courseId }, body: { timeZone: 'Europe/Madrid' } })
  for (const [title, names] of Object.entries({
    Beginnings: ['To read first', 'To read second'],
    Ends: ['To read last', 'To read at leisure'],
  })) {
    const module = await teach()(routes.createModule, { params: { courseId }, body: { title } })
    modules.set(title, module.id)
    for (const name of names) {
      const params = { courseId, moduleId: module.id }
      const lesson = { kind: 'article', title: name, text: `All of “${name}”.` } as const
      const made = await teach()(routes.createLesson, { params, body: lesson })
      lessons.set(name, made.id)
    }
  }
  browser = await launchBrowser()
  const { webUrl, accounts } = lectern.endpoints
  author = await openSignedIn(browser, { webUrl, account: accounts.author })
  learner = await openSignedIn(browser, { webUrl, account: accounts.learner })
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

describe('A teacher', () => {
  it('has a lesson open after another, by a form', async () => {
    await author.goto(address(`/teach/${courseId}?lesson=${idOf('To read second')}`))
    const part = author.getByRole('region', { name: 'When it opens' })
    await part.getByText('At once.').waitFor()
    await part.getByRole('button', { name: 'Change the rules of To read second' }).click()
    const dialog = author.getByRole('dialog')
    await dialog.getByText('There are no rules').waitFor()
    await dialog.getByRole('button', { name: 'Add a rule' }).click()
    await dialog
      .getByRole('combobox', { name: 'Rule 1' })
      .selectOption('After a lesson is complete')
    await dialog.getByLabel('Lesson', { exact: true }).selectOption('To read first')
    barriers.push(...(await photograph(author, SCREENSHOTS, 'editor-rules-lesson')))
    await dialog.getByRole('button', { name: 'Save' }).click()
    await part.getByText('After “To read first” is complete').waitFor()
    expect(await rulesOf('To read second')).toEqual([
      { when: 'lesson', lessonId: idOf('To read first') },
    ])
  })

  it('is told of a circle while it is made, and cannot publish it', async () => {
    await author.goto(address(`/teach/${courseId}?lesson=${idOf('To read first')}`))
    await author.getByRole('button', { name: 'Change the rules of To read first' }).click()
    const dialog = author.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add a rule' }).click()
    await dialog
      .getByRole('combobox', { name: 'Rule 1' })
      .selectOption('After a lesson is complete')
    await dialog.getByLabel('Lesson', { exact: true }).selectOption('To read second')
    await dialog.getByText('wait for each other').waitFor()
    barriers.push(...(await photograph(author, SCREENSHOTS, 'editor-rules-circle')))
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await author.goto(address(`/teach/${courseId}?show=course`))
    await author.getByText('wait for each other').first().waitFor()
    await author.goto(address(`/teach/${courseId}?lesson=${idOf('To read first')}`))
    await author.getByRole('button', { name: 'Change the rules of To read first' }).click()
    await dialog.getByRole('button', { name: 'Remove rule 1' }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await author.getByRole('region', { name: 'When it opens' }).getByText('At once.').waitFor()
    expect(await rulesOf('To read first')).toEqual([])
  })

  it('has a module open after another, from its menu', async () => {
    await author.goto(address(`/teach/${courseId}`))
    await author.locator(`[data-row="${modules.get('Ends')}"] [data-part="menu"]`).click()
    await author.getByRole('menuitem', { name: 'When it opens…' }).click()
    const dialog = author.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add a rule' }).click()
    await dialog
      .getByRole('combobox', { name: 'Rule 1' })
      .selectOption('After a module is complete')
    await dialog.getByLabel('Module', { exact: true }).selectOption('Beginnings')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect
      .poll(() => rulesOf('Ends'))
      .toEqual([{ when: 'module', moduleId: modules.get('Beginnings'), percent: 100 }])
  })
})

describe('A learner', () => {
  it('reads on the course’s page what comes when', async () => {
    await teach()(routes.publishCourse, { params: { courseId } })
    await learn()(routes.enrol, { params: { courseId } })
    await learner.goto(address('/courses/by-rules'))
    await learner.getByText('After “To read first” is complete').waitFor()
    await learner.getByText('After the module “Beginnings” is complete').waitFor()
    barriers.push(...(await photograph(learner, SCREENSHOTS, 'course-rules')))
  })

  it('sees what is locked and why, and goes on as soon as the lesson before is done', async () => {
    await learner.goto(address(`/learn/${courseId}/${idOf('To read second')}`))
    await learner.getByText('This lesson is not open yet').waitFor()
    await line(learner, /To read second/)
      .getByText('Complete “To read first” first')
      .waitFor()
    await contents(learner).getByText('Complete the module “Beginnings” first').waitFor()
    expect(await contents(learner).getByText('Complete the module').count()).toBe(1)
    barriers.push(...(await photograph(learner, SCREENSHOTS, 'locked-by-rule')))

    await learner.locator('article').getByRole('link', { name: 'To read first' }).click()
    await learner.getByText('All of “To read first”.').waitFor()
    await learner.getByText('The next lesson is not open yet.').waitFor()
    barriers.push(...(await photograph(learner, SCREENSHOTS, 'next-is-locked')))
    await learner.getByRole('button', { name: 'Mark as done' }).click()
    await line(learner, /To read second/)
      .getByRole('img', { name: 'Not done yet' })
      .waitFor()
    await learner.getByRole('button', { name: 'Next lesson' }).click()
    await learner.getByText('All of “To read second”.').waitFor()
    expect(
      await line(learner, /To read last/)
        .getByRole('img')
        .getAttribute('aria-label'),
    ).toBe('Not open yet')
    await learner.getByRole('button', { name: 'Mark as done' }).click()
    await learner.getByRole('button', { name: 'Next lesson' }).click()
    await learner.getByText('All of “To read last”.').waitFor()
  })

  it('has a lesson open by the clock beside its rules, here and by itself', async () => {
    const lessonId = idOf('To read at leisure')
    const from = new Date(Date.now() + 45_000).toISOString()
    const audience = { who: 'members', from } as const
    await teach()(routes.updateLesson, { params: { courseId, lessonId }, body: { audience } })
    await teach()(routes.publishCourse, { params: { courseId } })
    await learner.waitForTimeout(UNTIL_FORGOTTEN)
    await learner.goto(address(`/learn/${courseId}/${lessonId}`))
    await learner.getByText('This lesson is not open yet').waitFor()
    await learner.getByText('All of “To read at leisure”.').waitFor({ timeout: 90_000 })
  })

  it('keeps what was completed, whatever rule comes later', async () => {
    const lessonId = idOf('To read first')
    const later = { rules: [{ when: 'day', on: '2199-01-01' } as const] }
    await teach()(routes.updateLesson, { params: { courseId, lessonId }, body: later })
    await teach()(routes.publishCourse, { params: { courseId } })
    await learner.waitForTimeout(UNTIL_FORGOTTEN)
    await learner.goto(address(`/learn/${courseId}/${lessonId}`))
    await learner.getByText('All of “To read first”.').waitFor()
  })
})

describe('A preview of the draft', () => {
  it('opens a lesson when the day begins in the course’s zone, after a change of the clock', async () => {
    const lessonId = idOf('To read first')
    const day = { rules: [{ when: 'day', on: '2031-10-27' } as const] }
    await teach()(routes.updateLesson, { params: { courseId, lessonId }, body: day })
    const at = (instant: string) =>
      address(`/teach/${courseId}/preview/${lessonId}?at=${encodeURIComponent(`"${instant}"`)}`)
    // Clocks in Madrid went back the day before, so midnight is at eleven in UTC, and not at ten.
    await author.goto(at('2031-10-26T22:59:59.000Z'))
    await author.getByText('This lesson is not open yet').waitFor()
    await author.goto(at('2031-10-26T23:00:00.000Z'))
    await author.getByText('All of “To read first”.').waitFor()
  })

  it('is said on screens without a barrier', () => {
    expect(barriers).toEqual([])
  })
})
