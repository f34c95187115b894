import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentOf } from '#contract/articles/markdown/document-of'
import { searchText } from '#contract/articles/search-text'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
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
const LESSONS = 300
const PHONE = { width: 390, height: 844 }

let lectern: RunningLectern
let browser: Browser
let page: Page
let teach: ApiClient

const address = (path: string) => new URL(path, lectern.endpoints.webUrl).href
const row = (title: string) => page.getByRole('row', { name: new RegExp(`^${title}\\b`) })
const shown = () => page.locator('[data-row] bdi').allInnerTexts()
const stored = async (courseId: CourseId) => {
  const { modules } = await teach(routes.getDraft, { params: { courseId } })
  return modules.flatMap(({ title, lessons }) => [title, ...lessons.map((one) => one.title)])
}
const makeCourse = async (slug: string, modules: Readonly<Record<string, readonly string[]>>) => {
  const body = { slug, title: slug, summary: 'A test.' }
  const { id: courseId } = await teach(routes.createCourse, { body })
  const params = { courseId }
  for (const [title, lessons] of Object.entries(modules)) {
    const { id: moduleId } = await teach(routes.createModule, { params, body: { title } })
    for (const lesson of lessons)
      await teach(routes.createLesson, {
        params: { courseId, moduleId },
        body: { kind: 'article', title: lesson, text: 'Words.' },
      })
  }
  return courseId
}

beforeAll(async () => {
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const { webUrl, accounts } = lectern.endpoints
  teach = apiAs(lectern.endpoints, accounts.author)
  browser = await launchBrowser()
  page = await openSignedIn(browser, { webUrl, account: accounts.author })
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

describe('with the keyboard alone', () => {
  it('a course is built from empty, put in order and published', async () => {
    const courseId = await makeCourse('by-keys', {})
    await page.goto(address(`/teach/${courseId}`))
    await page.getByLabel('New module title').focus()
    await page.keyboard.type('Maps')
    await page.keyboard.press('Enter')
    const adding = page.getByRole('form', { name: 'Add lesson to Maps' })
    for (const [at, title] of ['Kernel', 'Image', 'Rank'].entries()) {
      if (at > 0) {
        await page.getByRole('button', { name: 'Add lesson to Maps' }).focus()
        await page.keyboard.press('Enter')
      } else await adding.getByLabel('New lesson title').focus()
      await page.keyboard.type(title)
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('region', { name: title, exact: true }).waitFor()
    }
    await row('Kernel').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => stored(courseId)).toEqual(['Maps', 'Rank', 'Kernel', 'Image'])
    await page.getByRole('status').filter({ hasText: '2 moved.' }).waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    await page.keyboard.type('The image')
    await page.keyboard.press('Enter')
    await expect.poll(() => stored(courseId)).toEqual(['Maps', 'Rank', 'Kernel', 'The image'])
    await expect
      .poll(() => row('The image').evaluate((it) => it === document.activeElement))
      .toBe(true)
    await page.keyboard.press('Delete')
    await expect.poll(() => stored(courseId)).toEqual(['Maps', 'Rank', 'Kernel'])
    const contents = page.getByRole('region', { name: 'Contents' })
    await contents.getByRole('button', { name: 'Undo' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => stored(courseId)).toEqual(['Maps', 'Rank', 'Kernel', 'The image'])
    await page.getByRole('link', { name: /^by-keys/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Publish', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Publish now' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Learners see this version now').waitFor()
  })
})

describe('fifty quick moves on a slow network', () => {
  it('end in the order that was seen', async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `Lesson ${at + 1}`)
    const courseId = await makeCourse('quick', { One: titles.slice(0, 6), Two: titles.slice(6) })
    await page.goto(address(`/teach/${courseId}`))
    await row('Lesson 12').waitFor()
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 800, downloadThroughput: 50_000, uploadThroughput: 20_000 },
    })
    let requests = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/outline')) requests += 1
    })
    for (let at = 0; at < 50; at += 1) {
      await row(`Lesson ${(at % 5) + 1}`).focus()
      await page.keyboard.press(at % 3 === 2 ? 'Alt+ArrowUp' : 'Alt+ArrowDown')
    }
    const seen = await shown()
    expect(seen).not.toEqual(['One', ...titles.slice(0, 6), 'Two', ...titles.slice(6)])
    await page.locator('[data-part="saved-state"][data-state="saved"]').waitFor({ timeout: 60_000 })
    await expect.poll(() => stored(courseId), { timeout: 60_000 }).toEqual(seen)
    expect(await shown()).toEqual(seen)
    expect(requests).toBeLessThan(50)
    await network.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
    })
    await network.detach()
  })
})

describe('two teachers at once', () => {
  it('see each other, and what the other moved', async () => {
    const courseId = await makeCourse('together', { One: ['First', 'Second'] })
    const { webUrl, accounts } = lectern.endpoints
    const other = await openSignedIn(browser, { webUrl, account: accounts.admin })
    await other.goto(address(`/teach/${courseId}`))
    await other.getByRole('row', { name: /^First/ }).waitFor()
    await page.goto(address(`/teach/${courseId}`))
    await page.getByText(/is editing this course too/).waitFor({ timeout: 30_000 })
    await other.getByRole('row', { name: /^First/ }).focus()
    await other.keyboard.press('Alt+ArrowDown')
    await expect.poll(shown, { timeout: 60_000 }).toEqual(['One', 'Second', 'First'])
    await other.getByText(/is editing this course too/).waitFor({ timeout: 90_000 })
    await other.context().close()
  })
})

describe('what was typed', () => {
  it('is there and saved when the network was cut and the tab closed', async () => {
    const courseId = await makeCourse('cut', { One: ['Kernel'] })
    const path = `/teach/${courseId}`
    const tab = await page.context().newPage()
    await tab.goto(address(path))
    await tab
      .getByRole('row', { name: /^Kernel/ })
      .getByRole('link')
      .click()
    const text = tab.getByRole('textbox', { name: 'Text of Kernel' })
    await text.waitFor()
    const opened = tab.url()
    await tab.context().setOffline(true)
    await text.fill('Words that no server has seen.')
    await tab.waitForTimeout(2_000)
    await tab.close({ runBeforeUnload: false })
    await page.context().setOffline(false)
    await page.goto(opened)
    const again = page.getByRole('textbox', { name: 'Text of Kernel' })
    await expect.poll(() => again.innerText()).toBe('Words that no server has seen.')
    const texts = async () => {
      const { modules } = await teach(routes.getDraft, { params: { courseId } })
      return modules.flatMap(({ lessons }) =>
        lessons.map((one) =>
          one.kind === 'article' ? searchText(documentOf(one.text ?? '')) : null,
        ),
      )
    }
    await expect.poll(texts).toEqual(['Words that no server has seen.'])
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /field/.test(key))))
      .toEqual([])
  })
})

describe('a course of 300 lessons', () => {
  it('goes by pointer, by phone and by its addresses', async () => {
    const modules = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [
        `Module ${at + 1}`,
        Array.from({ length: LESSONS / 10 }, (_, one) => `Lesson ${at * 30 + one + 1}`),
      ]),
    )
    const courseId = await makeCourse('long', modules)
    await page.goto(address(`/teach/${courseId}`))
    await expect.poll(() => page.locator('[data-kind="lesson"]').count()).toBe(LESSONS)
    await row('Lesson 3').dragTo(row('Lesson 1'), { targetPosition: { x: 40, y: 4 } })
    await expect
      .poll(async () => (await stored(courseId)).slice(0, 4))
      .toEqual([...['Module 1', 'Lesson 3', 'Lesson 1', 'Lesson 2']])
    await row('Lesson 2').getByRole('link').click()
    await page.getByRole('region', { name: 'Lesson 2', exact: true }).waitFor()
    expect(page.url()).toMatch(/\?lesson=les_/)
    expect(await photograph(page, SCREENSHOTS, 'builder')).toEqual([])
    await page.reload()
    await page.getByRole('region', { name: 'Lesson 2', exact: true }).waitFor()
    await page.setViewportSize(PHONE)
    await page.getByRole('treegrid').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Back to the contents' }).click()
    await page.getByRole('treegrid').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    await page.goBack()
    await page.getByRole('region', { name: 'Lesson 2', exact: true }).waitFor()
  }, 300_000)
})
