import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { makePdf, numberedPages } from '#test/support/make-pdf'
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'

const PHONE = { width: 390, height: 844 }
const PAGES = 24

let lectern: RunningLectern
let browser: Browser
let author: Page
let learner: Page
let courseId: CourseId
let lessonUrl: string
const violations: string[] = []

const watchPolicy = (page: Page) =>
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text())
  })

/** A script of its own, a link to the web, one within, and one that nobody should follow. */
const lecture = () => {
  const [first, ...others] = numberedPages(PAGES)
  // As far from each other as a finger needs on a phone.
  const lines = [
    ...(first?.lines ?? []),
    '',
    '',
    'To the site',
    '',
    '',
    'To page 12',
    '',
    '',
    'No way',
  ]
  const links = [
    { to: 'https://example.org/notes', line: 4 },
    { to: 12, line: 7 },
    { to: 'javascript:alert(1)', line: 10 },
  ]
  return makePdf([{ lines, links }, ...others], { script: 'app.alert(1)' })
}

const upload = (name: string, buffer: Buffer) =>
  author
    .getByRole('group', { name: 'File of Leaf' })
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

const pages = (page: Page) => page.getByRole('region', { name: 'Pages of “Leaf”' })
const pageField = (page: Page) => page.getByRole('textbox', { name: /^Page, from 1/ })

async function makeLesson(title: string) {
  await author.getByRole('button', { name: 'Add lesson to One' }).click()
  await author.getByLabel('New lesson title').fill(title)
  await author.getByLabel('Kind of lesson').selectOption('File')
  await author.getByRole('button', { name: 'Add lesson', exact: true }).click()
}

beforeAll(async () => {
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const { accounts, webUrl } = lectern.endpoints
  const teach = apiAs(lectern.endpoints, accounts.author)
  const body = { slug: 'leaves', title: 'Leaves', summary: 'A test.' }
  const params = { courseId: (await teach(routes.createCourse, { body })).id }
  courseId = params.courseId
  const { id: moduleId } = await teach(routes.createModule, { params, body: { title: 'One' } })
  await teach(routes.createLesson, {
    params: { ...params, moduleId },
    body: { kind: 'file', title: 'Leaf' },
  })
  browser = await launchBrowser()
  author = await openSignedIn(browser, { webUrl, account: accounts.author })
  learner = await openSignedIn(browser, { webUrl, account: accounts.learner })
  for (const page of [author, learner]) watchPolicy(page)
  await author.goto(new URL(`/teach/${courseId}`, webUrl).href)
  await author.getByRole('treegrid').getByRole('link', { name: 'Leaf' }).click()
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

describe('the author of a lesson that hands out a file', () => {
  it('is told why a file is not taken, by what is in it and not by its name', async () => {
    await author.getByText('No file yet').waitFor()
    await upload('lecture.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'))
    await author.getByRole('group', { name: 'File of Leaf' }).getByRole('alert').waitFor()
    await author.getByText('No file yet').waitFor()
    expect(await photograph(author, 'test-results/screens', 'file-refused')).toEqual([])
  })

  it('uploads a PDF, whatever it is called, and sees what it is', async () => {
    await upload('Tema 1 — レッスン.bin', lecture())
    await author.getByText(/^Tema 1 — レッスン\.bin\.pdf$/).waitFor()
    await author.getByText(/^PDF · /).waitFor()
    await author.getByRole('button', { name: 'Replace it' }).waitFor()
    expect(await photograph(author, 'test-results/screens', 'file-chosen')).toEqual([])
  })

  it('drops another kind of file onto a second lesson, and publishes both', async () => {
    await makeLesson('Data')
    const field = author.getByRole('group', { name: 'File of Data' })
    await field.waitFor()
    const dropped = await author.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['a,b\n1,2\n'], '../numbers.csv', { type: 'text/csv' }))
      return transfer
    })
    await field.dispatchEvent('drop', { dataTransfer: dropped })
    await field.getByText(/^CSV · /).waitFor()
    await author.getByRole('link', { name: /^Leaves/ }).click()
    await author.getByRole('button', { name: 'Publish' }).click()
    await author.getByRole('button', { name: 'Publish now' }).click()
    await author.getByText('Published. Learners see this version now.').waitFor()
  })
})

describe('the learner of a lesson that is a PDF', () => {
  let fileUrl: string
  beforeAll(async () => {
    const { accounts, webUrl } = lectern.endpoints
    await apiAs(lectern.endpoints, accounts.learner)(routes.enrol, { params: { courseId } })
    const asked = learner.waitForRequest((request) => request.url().endsWith('/v1/file.pdf'))
    await learner.goto(new URL(`/learn/${courseId}`, webUrl).href)
    fileUrl = (await asked).url()
    await pages(learner).waitFor()
    lessonUrl = learner.url()
  })

  it('reads it by page, where its text is text', async () => {
    const first = learner.getByRole('group', { name: `Page 1 of ${PAGES}` })
    await first.getByText('This is what page 1 of 24 is about.').waitFor()
    await first.locator('canvas').waitFor({ state: 'attached' })
    expect(await photograph(learner, 'test-results/screens', 'file-pdf')).toEqual([])
    await learner.getByRole('button', { name: 'Next page' }).click()
    await expect.poll(() => pageField(learner).inputValue()).toBe('2')
    await pageField(learner).fill('12')
    await pageField(learner).press('Enter')
    await learner.getByText('This is what page 12 of 24 is about.').waitFor()
    await expect.poll(() => new URL(learner.url()).searchParams.get('page')).toBe('12')
    // Of 24 pages those near what is shown are there.
    expect(await learner.locator('[data-page]').count()).toBeLessThan(8)
  })

  it('follows its links to the web in a tab of their own, within it, and nowhere else', async () => {
    await pageField(learner).fill('1')
    await pageField(learner).press('Enter')
    const first = learner.getByRole('group', { name: `Page 1 of ${PAGES}` })
    const link = first.getByRole('link')
    await link.waitFor()
    expect(await link.count()).toBe(1)
    expect(await link.getAttribute('href')).toBe('https://example.org/notes')
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    await first.getByRole('button').click()
    await expect.poll(() => pageField(learner).inputValue()).toBe('12')
  })

  it('finds a text on any page, by keys alone', async () => {
    await pages(learner).focus()
    await learner.keyboard.press('Control+f')
    await learner.keyboard.type('PAGE 17 of')
    await learner.getByText('1 of 1, on page 17').waitFor()
    await expect.poll(() => pageField(learner).inputValue()).toBe('17')
    const marks = () => learner.evaluate(() => CSS.highlights.get('document-found-now')?.size ?? 0)
    await expect.poll(marks).toBe(1)
    expect(await photograph(learner, 'test-results/screens', 'file-found')).toEqual([])
    await learner.keyboard.press('Control+a')
    await learner.keyboard.type('nothing of it')
    await learner.getByText('No page has this.').waitFor()
    await learner.keyboard.press('Escape')
    await expect
      .poll(() => pages(learner).evaluate((box) => box === document.activeElement))
      .toBe(true)
  })

  it('comes back to the page, by the address and by the course alone', async () => {
    await pageField(learner).fill('20')
    await pageField(learner).press('Enter')
    await expect.poll(() => new URL(learner.url()).searchParams.get('page')).toBe('20')
    await learner.reload()
    await learner.getByText('This is what page 20 of 24 is about.').waitFor()
    const told = learner.waitForRequest(
      (request) => request.postData()?.includes('"positionSeconds":19') ?? false,
    )
    await learner.getByRole('button', { name: 'Next lesson' }).click()
    await told
    await learner.getByRole('link', { name: 'Download' }).waitFor()
    await learner.goto(lessonUrl.split('?')[0] ?? '')
    await learner.getByText('This is what page 20 of 24 is about.').waitFor()
  })

  it('reads it as wide as a phone, and larger where they want', async () => {
    await learner.setViewportSize(PHONE)
    expect(await learner.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    const group = learner.getByRole('group', { name: `Page 20 of ${PAGES}` })
    await expect.poll(async () => (await group.boundingBox())?.width ?? 999).toBeLessThan(390)
    await learner.getByRole('button', { name: 'Larger' }).click()
    await expect.poll(async () => (await group.boundingBox())?.width ?? 0).toBeGreaterThan(400)
    expect(await learner.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    expect(await pageField(learner).inputValue()).toBe('20')
    await learner.getByRole('button', { name: 'Smaller' }).click()
    await learner.setViewportSize({ width: 1440, height: 900 })
  })

  it('is done once every page was in front, and not by a jump to the end', async () => {
    await pages(learner).focus()
    await learner.keyboard.press('End')
    await expect.poll(() => pageField(learner).inputValue()).toBe(String(PAGES))
    const done = learner.getByRole('status').filter({ hasText: /^Done$/ })
    // A page is read that is in front for a second.
    await learner.waitForTimeout(1_500)
    expect(await done.count()).toBe(0)
    for (let at = 0; at < 16 && (await done.count()) === 0; at++) {
      await pageField(learner).fill(String(20 + (at % 4)))
      await pageField(learner).press('Enter')
      await learner.waitForTimeout(1_500)
    }
    await done.waitFor()
    await learner.reload()
    await done.waitFor()
  })

  it('is alone with it: whoever is not enrolled fetches nothing of it', async () => {
    const stranger = await browser.newContext()
    const answer = await stranger.request.get(fileUrl, { headers: { range: 'bytes=0-9' } })
    expect(answer.status()).toBe(403)
    await stranger.close()
  })

  it('meets no rule of the page’s security', () => {
    expect(violations).toEqual([])
  })
})

describe('the learner of any other file', () => {
  it('downloads it under its name, and says when they are done with it', async () => {
    await learner.getByRole('button', { name: 'Next lesson' }).click()
    await learner.getByText(/^CSV · /).waitFor()
    expect(await photograph(learner, 'test-results/screens', 'file-download')).toEqual([])
    const [download] = await Promise.all([
      learner.waitForEvent('download'),
      learner.getByRole('link', { name: 'Download' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('_numbers.csv')
    await learner.getByRole('button', { name: 'Mark as done' }).click()
    await learner
      .getByRole('status')
      .filter({ hasText: /^Done$/ })
      .waitFor()
  })
})
