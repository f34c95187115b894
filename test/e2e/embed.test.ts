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
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'

const FRAME = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0'
const PHONE = { width: 390, height: 844 }

let lectern: RunningLectern
let browser: Browser
let author: Page
let learner: Page
let courseId: CourseId
const violations: string[] = []
/** What the provider was asked for, and who it was told is asking. */
const asked: { url: string; referrer: string | undefined }[] = []

/** As the provider would answer: no test asks the world. */
const answerForProvider = (page: Page) =>
  page.context().route(/^https:/, (route) => {
    asked.push({ url: route.request().url(), referrer: route.request().headers().referer })
    return route.fulfill({ contentType: 'text/html', body: '<h1>The video</h1>' })
  })

const watchPolicy = (page: Page) =>
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text())
  })

beforeAll(async () => {
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const { accounts, webUrl } = lectern.endpoints
  const teach = apiAs(lectern.endpoints, accounts.author)
  const body = { slug: 'pages', title: 'Pages', summary: 'A test.' }
  const params = { courseId: (await teach(routes.createCourse, { body })).id }
  courseId = params.courseId
  await teach(routes.createModule, { params, body: { title: 'One' } })
  browser = await launchBrowser()
  author = await openSignedIn(browser, { webUrl, account: accounts.author })
  learner = await openSignedIn(browser, { webUrl, account: accounts.learner })
  for (const page of [author, learner]) {
    watchPolicy(page)
    await answerForProvider(page)
  }
  await author.goto(new URL(`/teach/${courseId}`, webUrl).href)
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

describe('the author of a lesson that shows a page', () => {
  it('makes it, and is told what is missing', async () => {
    await author.getByLabel('New lesson title').fill('Look')
    await author.getByLabel('Kind of lesson').selectOption('Embedded page')
    await author.getByRole('button', { name: 'Add lesson' }).click()
    await author.getByLabel('Address of the page of Look').waitFor()
    await author.getByText('1 thing is missing before you can publish').waitFor()
  })

  it('is told which pages are allowed where they paste another, which is not saved', async () => {
    const field = author.getByLabel('Address of the page of Look')
    await field.fill('https://evil.example/watch?v=dQw4w9WgXcQ')
    await field.press('Enter')
    await author.getByText('This is no page of YouTube and Vimeo.').waitFor()
    await author.getByText('1 thing is missing before you can publish').waitFor()
    expect(await photograph(author, 'test-results/screens', 'embed-refused')).toEqual([])
  })

  it('pastes a link as it is shared, which is kept as the video’s own', async () => {
    const field = author.getByLabel('Address of the page of Look')
    await field.fill('https://youtu.be/dQw4w9WgXcQ?si=tracked')
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('https://www.youtube.com/watch?v=dQw4w9WgXcQ')
    await author
      .getByLabel('When Look can be marked as done')
      .selectOption('Can be marked as done after it was open for 5 minutes')
    await author.getByRole('link', { name: /^Pages/ }).click()
    await author.getByRole('button', { name: 'Publish' }).click()
    await author.getByRole('button', { name: 'Publish now' }).click()
    await author.getByText('Published. Learners see this version now.').waitFor()
  })
})

describe('the learner of a lesson that shows a page', () => {
  beforeAll(async () => {
    const { accounts, webUrl } = lectern.endpoints
    await apiAs(lectern.endpoints, accounts.learner)(routes.enrol, { params: { courseId } })
    await learner.clock.install()
    await learner.goto(new URL(`/learn/${courseId}`, webUrl).href)
  })

  it('sees it in a frame of its provider, which is told the site and no more', async () => {
    const frame = learner.frameLocator('iframe[title="Look"]')
    await frame.getByRole('heading', { name: 'The video' }).waitFor()
    const { webUrl } = lectern.endpoints
    expect(asked.find(({ url }) => url === FRAME)?.referrer).toBe(new URL('/', webUrl).href)
    const sandbox = await learner.locator('iframe').getAttribute('sandbox')
    expect(sandbox).not.toMatch(/allow-top-navigation|allow-modals|allow-downloads/)
    const link = learner.getByRole('link', { name: 'Open at YouTube' })
    expect(await link.getAttribute('href')).toBe('https://www.youtube.com/watch?v=dQw4w9WgXcQ')
    expect(await photograph(learner, 'test-results/screens', 'embed')).toEqual([])
  })

  it('finds it as wide as a phone, in the shape of a film', async () => {
    await learner.setViewportSize(PHONE)
    expect(await learner.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    const { width = 0, height = 1 } = (await learner.locator('iframe').boundingBox()) ?? {}
    expect(width / height).toBeCloseTo(16 / 9, 1)
  })

  it('can mark it as done once it was open for its minutes, and not before', async () => {
    const button = learner.getByRole('button', { name: 'Mark as done' })
    await learner.getByText(/You can mark it as done after \d more minutes? with it/).waitFor()
    expect(await button.isDisabled()).toBe(true)
    await learner.clock.runFor('05:05')
    await expect.poll(() => button.isEnabled()).toBe(true)
    const saved = learner.waitForResponse(
      (answer) => answer.request().postData()?.includes('"completed":true') ?? false,
    )
    await button.click()
    expect(await (await saved).json()).toMatchObject({ completed: true })
    await learner
      .getByRole('status')
      .filter({ hasText: /^Done$/ })
      .waitFor()
    await learner.reload()
    await learner
      .getByRole('status')
      .filter({ hasText: /^Done$/ })
      .waitFor()
  })

  it('meets no rule of the page’s security, which refuses the frame of anybody else', async () => {
    expect(violations).toEqual([])
    const refused = await learner.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener(
            'securitypolicyviolation',
            ({ effectiveDirective, blockedURI }) => resolve(`${effectiveDirective} ${blockedURI}`),
          )
          const frame = document.createElement('iframe')
          frame.src = 'https://evil.example/page'
          document.body.append(frame)
        }),
    )
    expect(refused).toMatch(/^frame-src https:\/\/evil\.example/)
    expect(asked.filter(({ url }) => url.includes('evil.example'))).toEqual([])
  })
})
