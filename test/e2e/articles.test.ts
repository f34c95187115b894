import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#contract/routes'
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

const PHONE = { width: 390, height: 844 }
const TEXT = `See [the end](#the-end), **now**.

1. One
   - within
2. Two

| ${'A column of words | '.repeat(8)}
|${'-|'.repeat(8)}
| ${'some words | '.repeat(8)}

\`\`\`
${'a long line of code '.repeat(20)}
\`\`\`

- פריט ראשון
- English

${'Some words more.\n\n'.repeat(30)}
### The end

> ${'deep '.repeat(20)}
`

let lectern: RunningLectern
let browser: Browser
let page: Page

beforeAll(async () => {
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const { accounts, webUrl } = lectern.endpoints
  const teach = apiAs(lectern.endpoints, accounts.author)
  const body = { slug: 'reading', title: 'Reading', summary: 'A test.' }
  const params = { courseId: (await teach(routes.createCourse, { body })).id }
  const module = await teach(routes.createModule, { params, body: { title: 'One' } })
  await teach(routes.createLesson, {
    params: { ...params, moduleId: module.id },
    body: { kind: 'article', title: 'What to remember', text: TEXT },
  })
  await teach(routes.publishCourse, { params })
  await apiAs(lectern.endpoints, accounts.learner)(routes.enrol, { params })
  browser = await launchBrowser()
  page = await openSignedIn(browser, { webUrl, account: accounts.learner })
  await page.goto(new URL(`/learn/${params.courseId}`, webUrl).href)
  await page.getByRole('heading', { name: 'The end' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

describe('an article', () => {
  it('keeps nobody from reading it', async () => {
    expect(await photograph(page, 'test-results/screens', 'article')).toEqual([])
  })

  it('is as wide as a phone, where what is wider scrolls by keyboard', async () => {
    await page.setViewportSize(PHONE)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    for (const name of ['Table', 'Code']) {
      const box = page.getByRole('group', { name })
      await box.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
    }
  })

  it('leads to its headings, below the bar', async () => {
    await page.getByRole('link', { name: 'the end' }).click()
    const bar = await page.getByRole('banner').boundingBox()
    const heading = () => page.getByRole('heading', { level: 2, name: 'The end' }).boundingBox()
    await expect
      .poll(async () => (await heading())?.y)
      .toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0))
    expect((await heading())?.y).toBeLessThan(PHONE.height)
  })

  it('keeps a line of another direction on its list’s side', async () => {
    const sides = await page
      .getByRole('listitem')
      .filter({ hasText: /^(פריט ראשון|English)$/ })
      .evaluateAll((items) => items.map((item) => getComputedStyle(item).textAlign))
    expect(sides).toEqual(['right', 'right'])
  })
})
