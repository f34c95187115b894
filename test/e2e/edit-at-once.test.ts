import { mkdirSync } from 'node:fs'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArticleSource, documentOf } from '#contract/articles/markdown/document-of'
import { searchText } from '#contract/articles/search-text'
import type { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import { LANGUAGE_COOKIE } from '#contract/words/languages'
import type { ApiClient } from '#local/demo/api-client'
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
const THEIRS = `# What a kernel is\n\nEverything that is mapped to nothing.\n\n${'A longer line that wraps on every phone there is. '.repeat(12)}`

let lectern: RunningLectern
let browser: Browser
let page: Page
/** Somebody else, at another machine. */
let elsewhere: ApiClient
let params: { courseId: CourseId }
let moduleId: ModuleId
let lessonId: LessonId
/** What the page has written since it was last asked. */
const written: unknown[] = []

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const { endpoints } = lectern
  elsewhere = apiAs(endpoints, endpoints.accounts.author)
  const body = { slug: 'algebra', title: 'Algebra', summary: 'About maps.' }
  params = { courseId: (await elsewhere(routes.createCourse, { body })).id }
  moduleId = (await elsewhere(routes.createModule, { params, body: { title: 'Maps' } })).id
  const article = { kind: 'article' as const, title: 'Kernel', text: 'Old words.' }
  const ofModule = { ...params, moduleId }
  lessonId = (await elsewhere(routes.createLesson, { params: ofModule, body: article })).id
  browser = await launchBrowser()
  const { webUrl, accounts } = endpoints
  page = await openSignedIn(browser, { webUrl, account: accounts.author })
  page.on('request', (request: Request) => {
    if (request.method() === 'PATCH') written.push(request.postDataJSON())
  })
  await page.goto(new URL(`/teach/${params.courseId}?lesson=${lessonId}`, webUrl).href)
  await text().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const text = () => page.getByRole('textbox', { name: 'Text of Kernel' })
const wordsOf = (text: ArticleSource) => searchText(documentOf(text))
const moduleTitle = () => page.getByRole('textbox', { name: /^New title of / })
const conflict = () => page.getByRole('alert', { name: /^Two versions/ })
const rewrite = (words: string) =>
  elsewhere(routes.updateLesson, { params: { ...params, lessonId }, body: { text: words } })
const stored = async () => {
  const { course, modules } = await elsewhere(routes.getDraft, { params })
  const [module] = modules
  const [lesson] = module?.lessons ?? []
  return {
    summary: course.summary,
    module: module?.title,
    text: lesson?.kind === 'article' && lesson.text !== null ? wordsOf(lesson.text) : null,
  }
}
/** As when a tab comes to the front again. */
const comeBack = () =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
const readIn = async (language: string) => {
  const { href: url } = new URL(lectern.endpoints.webUrl)
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: language, url }])
  await page.reload()
}
const openRename = async () => {
  const [module] = (await elsewhere(routes.getDraft, { params })).modules
  await page
    .getByRole('row', { name: module?.title ?? '' })
    .first()
    .focus()
  await page.keyboard.press('F2')
}
const renameModule = async (title: string) => {
  await openRename()
  await moduleTitle().fill(title)
  await moduleTitle().press('Enter')
  await expect.poll(async () => (await stored()).module).toBe(title)
}

describe('an editor that was open while somebody else wrote', () => {
  it('overwrites nothing, with no key pressed, when a module is renamed in it', async () => {
    await rewrite('Newer words.')
    await renameModule('Linear maps')
    await expect.poll(() => text().innerText()).toBe('Newer words.')
    // Longer than it waits for the next key.
    await page.waitForTimeout(1500)
    expect(await stored()).toMatchObject({ module: 'Linear maps', text: 'Newer words.' })
    expect(written.splice(0)).toEqual([{ title: 'Linear maps', revision: 1 }])
  })

  it('shows what is newer when it comes to the front, and sends nothing', async () => {
    await rewrite('Newest words.')
    await comeBack()
    await expect.poll(() => text().innerText()).toBe('Newest words.')
    await page.waitForTimeout(1500)
    expect(written.splice(0)).toEqual([])
    expect(await stored()).toMatchObject({ text: 'Newest words.' })
  })

  it('keeps both texts where one was written here too, and lets the person choose theirs', async () => {
    await rewrite(THEIRS)
    await text().fill('Mine.')
    await conflict().getByText('Everything that is mapped to nothing.').waitFor()
    expect(await text().innerText()).toBe('Mine.')
    expect(await stored()).toMatchObject({ text: wordsOf(THEIRS) })
    await conflict().getByText('You changed this in another window').waitFor()
    expect(await photograph(page, SCREENSHOTS, 'two-versions')).toEqual([])
    await page.reload()
    await conflict().waitFor()
    expect(await text().innerText()).toBe('Mine.')
    await readIn('es')
    await page.getByRole('button', { name: 'Conservar la mía' }).waitFor()
    expect(await photograph(page, SCREENSHOTS, 'dos-versiones')).toEqual([])
    await readIn('en')
    await conflict().getByRole('button', { name: 'Take theirs' }).click()
    await conflict().waitFor({ state: 'detached' })
    expect(await text().innerText()).toContain('Everything that is mapped to nothing.')
    expect(await stored()).toMatchObject({ text: wordsOf(THEIRS) })
  })

  it('or mine, over what was shown', async () => {
    const { endpoints } = lectern
    await apiAs(endpoints, endpoints.accounts.admin)(routes.updateLesson, {
      params: { ...params, lessonId },
      body: { text: 'Theirs again.' },
    })
    await text().fill('Mine after all.')
    await conflict().getByText('Theirs again.').waitFor()
    await conflict().getByText('Ada Admin changed this since you began').waitFor()
    expect(await conflict().locator('time').getAttribute('datetime')).toMatch(/^20/)
    expect(await photograph(page, SCREENSHOTS, 'who-changed-it')).toEqual([])
    await readIn('es')
    await page.getByText('Ada Admin ha cambiado esto desde que empezaste').waitFor()
    await readIn('en')
    await conflict().getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(async () => (await stored()).text).toBe('Mine after all.')
    await conflict().waitFor({ state: 'detached' })
  })

  it('tells the same of a title', async () => {
    const body = { title: 'Theirs' }
    await openRename()
    await moduleTitle().fill('Mine')
    await elsewhere(routes.updateModule, { params: { ...params, moduleId }, body })
    await moduleTitle().press('Enter')
    await conflict().getByText('Theirs', { exact: true }).waitFor()
    expect(await photograph(page, SCREENSHOTS, 'two-titles')).toEqual([])
    await conflict().getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(async () => (await stored()).module).toBe('Mine')
  })
})

it('saves a text with spaces at its end once, and says so', async () => {
  written.splice(0)
  await page.getByRole('link', { name: /^Algebra/ }).click()
  const summary = page.getByLabel('Summary')
  await summary.fill('About linear maps.  ')
  await expect.poll(async () => (await stored()).summary).toBe('About linear maps.')
  await page.locator('main').getByText('Saving…').waitFor({ state: 'detached' })
  await page.waitForTimeout(2500)
  expect(written.splice(0)).toHaveLength(1)
  expect(await page.getByText('Saving…').count()).toBe(0)
  await summary.fill(' About linear maps. ')
  await summary.blur()
  await page.waitForTimeout(1500)
  expect(written.splice(0)).toEqual([])
  expect(await page.getByText('Saving…').count()).toBe(0)
})
