import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CourseId, LessonId } from '#contract/platform/ids'
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
import { apiAs, makeClip, teachCourse } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/screens'
const CAPTIONS = 'WEBVTT\n\n00:00.500 --> 00:05.000\nThe clip speaks\n'
const DONE = { name: 'Done', exact: true }
const NOT_PUBLISHED = 'Words that nobody but teachers have seen.'

let lectern: RunningLectern
let browser: Browser
let page: Page
let courseId: CourseId
let articleId: LessonId
let filmId: LessonId
/** What the page has sent since it was last asked, beside reading. */
const sent: string[] = []

const address = (path: string) => new URL(path, lectern.endpoints.webUrl).href
const teach = () => apiAs(lectern.endpoints, lectern.endpoints.accounts.author)
const contents = () => page.getByRole('navigation', { name: 'Course contents' }).first()
const line = (name: RegExp) => contents().getByRole('link', { name })
const bar = () => page.getByRole('region', { name: 'Preview of the draft' })

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const clip = join(dataDir, 'clip.mp4')
  makeClip(clip, 16)
  const course = await teachCourse(lectern.endpoints, { slug: 'drafted', clip, captions: CAPTIONS })
  courseId = course.id
  const { modules } = await teach()(routes.getDraft, { params: { courseId } })
  for (const lesson of modules.flatMap((module) => module.lessons)) {
    if (lesson.kind === 'video') filmId = lesson.id
    if (lesson.kind === 'article') articleId = lesson.id
  }
  const { webUrl, accounts } = lectern.endpoints
  browser = await launchBrowser({ playsUnasked: true })
  page = await openSignedIn(browser, { webUrl, account: accounts.author })
  page.on('request', (request) => {
    // How soon a page showed itself is told of every page, and of nobody.
    const isPageLoad = request.postData()?.includes('pageLoadMilliseconds')
    if (request.method() !== 'GET' && request.url().includes('/api/') && !isPageLoad)
      sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

describe('a draft in its learners’ screens', () => {
  it('shows what was typed just before, which nobody published', async () => {
    await page.goto(address(`/teach/${courseId}?lesson=${articleId}`))
    await page.getByRole('textbox', { name: /^Text of / }).fill(NOT_PUBLISHED)
    await page.getByRole('link', { name: 'Preview this lesson' }).click()
    await bar().waitFor()
    await page.locator('article').getByText(NOT_PUBLISHED).waitFor()
    expect(await photograph(page, SCREENSHOTS, 'draft-preview')).toEqual([])
  })

  it('completes lessons in itself alone, and tells nobody', async () => {
    sent.splice(0)
    await page.getByRole('button', { name: 'Mark as done' }).click()
    await line(/What to remember/)
      .getByRole('img', DONE)
      .waitFor()
    await line(/The clip/).click()
    const video = page.locator('video')
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true
      element.playbackRate = 4
      return element.play()
    })
    await line(/The clip/)
      .getByRole('img', DONE)
      .waitFor({ timeout: 60_000 })
    await page.evaluate(() => dispatchEvent(new Event('pagehide')))
    expect(sent.filter((one) => !one.endsWith('/media-session'))).toEqual([])
    const mine = await teach()(routes.listMyCourses, { query: { limit: 10 } })
    expect(mine.items).toEqual([])
    const opened = await teach()(routes.openCourse, { params: { courseId } })
    expect(opened.progress).toEqual([])
  })

  it('is looked at as somebody who came further, and stays so when it is loaded again', async () => {
    await bar().getByLabel('As somebody who has completed').selectOption('all')
    await line(/The clip/)
      .getByRole('img', DONE)
      .waitFor()
    await page.reload()
    await line(/What to remember/)
      .getByRole('img', DONE)
      .waitFor()
    await bar().getByLabel('As somebody who has completed').selectOption('before')
    await line(/The clip/)
      .getByRole('img', { name: 'Not done yet' })
      .waitFor()
  })

  it('is looked at on a date, on which a lesson may be locked and the course over', async () => {
    const from = '2030-01-01T09:00:00.000Z'
    await teach()(routes.updateLesson, {
      params: { courseId, lessonId: articleId },
      body: { audience: { who: 'members', from } },
    })
    await teach()(routes.updateCourse, { params: { courseId }, body: { endsOn: '2030-06-30' } })
    await page.goto(address(`/teach/${courseId}/preview/${articleId}`))
    await page.getByText('This lesson is not open yet').waitFor()
    expect(await page.getByText(NOT_PUBLISHED).count()).toBe(0)
    expect(await photograph(page, SCREENSHOTS, 'draft-preview-locked')).toEqual([])
    await bar().getByLabel('At this date and time').fill('2030-02-01T09:00')
    await page.locator('article').getByText(NOT_PUBLISHED).waitFor()
    await bar().getByLabel('At this date and time').fill('2030-08-01T09:00')
    await bar().getByText('By then the course is over.').waitFor()
    await page.reload()
    await bar().getByText('By then the course is over.').waitFor()
    await bar().getByRole('link', { name: 'Back to the editor' }).click()
    await page.getByRole('textbox', { name: /^Text of / }).waitFor()
  })

  it('says why a lesson cannot be shown yet, and leads links to previews', async () => {
    const { modules } = await teach()(routes.getDraft, { params: { courseId } })
    const [module] = modules
    const params = { courseId, moduleId: module?.id ?? ('' as never) }
    const linking = `[The film](/learn/${courseId}/${filmId})`
    const { id } = await teach()(routes.createLesson, {
      params,
      body: { kind: 'article', title: 'Linking', text: linking },
    })
    await teach()(routes.createLesson, { params, body: { kind: 'video', title: 'No film yet' } })
    await page.goto(address(`/teach/${courseId}/preview/${id}`))
    await page.locator('article').getByRole('link', { name: 'The film' }).click()
    await page.locator('video').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/teach/${courseId}/preview/${filmId}`)
    await line(/No film yet/).click()
    await page.getByText('Choose a video for “No film yet”').waitFor()
    expect(await photograph(page, SCREENSHOTS, 'draft-preview-lacking')).toEqual([])
  })
})

it('is no page to a learner, whom somebody gave its address', async () => {
  const { webUrl, accounts } = lectern.endpoints
  const learner = await openSignedIn(browser, { webUrl, account: accounts.learner })
  const answered: string[] = []
  learner.on('response', async (response) => {
    if (response.url().includes('/preview')) answered.push(await response.text().catch(() => ''))
  })
  await learner.goto(address(`/teach/${courseId}/preview/${articleId}`))
  await learner.getByRole('heading', { name: 'There is no page here' }).waitFor()
  expect(answered.join()).not.toContain(NOT_PUBLISHED)
  await learner.context().close()
})
