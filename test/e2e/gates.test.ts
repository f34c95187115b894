import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queries } from '#adapters/cache/queries'
import type { Audience } from '#contract/lessons/gate/audience'
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
import { apiAs, makeClip, teachCourse } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/screens'
const HOUR = 3_600_000
/** So long an environment may remember the version before, in milliseconds. */
const UNTIL_FORGOTTEN = (queries.published.memory + 1) * 1_000
const CAPTIONS = 'WEBVTT\n\n00:00.500 --> 00:10.000\nThe clip speaks\n'

let lectern: RunningLectern
let browser: Browser
let courseId: CourseId
const barriers: string[] = []

const accounts = () => lectern.endpoints.accounts
const address = (path: string) => new URL(path, lectern.endpoints.webUrl).href
const teach = () => apiAs(lectern.endpoints, accounts().author)
const publish = async (audiences: Readonly<Record<string, Audience>>) => {
  const params = { courseId }
  const { modules } = await teach()(routes.getDraft, { params })
  for (const lesson of modules.flatMap((module) => module.lessons)) {
    const audience = audiences[lesson.title]
    const ofLesson = { ...params, lessonId: lesson.id }
    if (audience) await teach()(routes.updateLesson, { params: ofLesson, body: { audience } })
  }
  await teach()(routes.publishCourse, { params })
}
const membersFrom = (milliseconds: number): Audience => ({
  who: 'members',
  from: new Date(Date.now() + milliseconds).toISOString(),
})

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const clip = join(dataDir, 'clip.mp4')
  makeClip(clip, 16)
  const course = await teachCourse(lectern.endpoints, { slug: 'gates', clip, captions: CAPTIONS })
  courseId = course.id
  await publish({ 'The clip': { who: 'everyone' }, 'What to remember': membersFrom(HOUR) })
  await apiAs(lectern.endpoints, accounts().learner)(routes.enrol, { params: { courseId } })
  browser = await launchBrowser({ playsUnasked: true })
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

describe('A lesson that opens later', () => {
  it('is locked, says when it opens, and opens by itself', async () => {
    const learner = await openSignedIn(browser, {
      webUrl: lectern.endpoints.webUrl,
      account: accounts().learner,
    })
    await learner.goto(address(`/learn/${courseId}`))
    const contents = learner.getByRole('navigation', { name: 'Course contents' }).first()
    const locked = contents.getByRole('link', { name: /What to remember/ })
    await locked.getByRole('img', { name: 'Not open yet' }).waitFor()
    expect(await locked.innerText()).toMatch(/Opens on /)
    await locked.click()
    await learner.getByText('This lesson is not open yet').waitFor()
    barriers.push(...(await photograph(learner, SCREENSHOTS, 'locked-lesson')))

    await publish({ 'What to remember': membersFrom(45_000) })
    await learner.waitForTimeout(UNTIL_FORGOTTEN)
    await learner.reload()
    await learner.getByText('This lesson is not open yet').waitFor()
    await learner.getByText('All of it.').waitFor({ timeout: 90_000 })
    await contents
      .getByRole('link', { name: /What to remember/ })
      .getByRole('img', { name: 'Not done yet' })
      .waitFor()
  })
})

describe('A lesson that is published again while it plays', () => {
  it('stays on the page as it was opened, and the way on is the new one', async () => {
    const learner = await openSignedIn(browser, {
      webUrl: lectern.endpoints.webUrl,
      account: accounts().learner,
    })
    await learner.goto(address(`/learn/${courseId}`))
    const contents = learner.getByRole('navigation', { name: 'Course contents' }).first()
    await contents.getByRole('link', { name: /The clip/ }).click()
    const video = learner.locator('video')
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true
      element.dataset.opened = 'before'
      element.loop = true
      return element.play()
    })
    await publish({ 'What to remember': membersFrom(HOUR) })
    await learner.waitForTimeout(UNTIL_FORGOTTEN)
    const again = learner.waitForResponse((answer) => answer.url().endsWith('/member/outline.json'))
    await learner.evaluate(() => {
      // As if they came back to the tab after two minutes.
      const now = Date.now
      Date.now = () => now() + 120_000
      window.dispatchEvent(new Event('visibilitychange'))
    })
    expect((await again).status()).toBe(200)
    await contents
      .getByRole('link', { name: /What to remember/ })
      .getByRole('img', { name: 'Not open yet' })
      .waitFor()
    const opened = await video.evaluate((element: HTMLVideoElement) => ({
      mark: element.dataset.opened,
      paused: element.paused,
    }))
    expect(opened).toEqual({ mark: 'before', paused: false })
  })
})

describe('A free preview', () => {
  it('plays for somebody who is not signed in, and the rest of the course is not offered', async () => {
    const visitor = await browser.newPage()
    await visitor.goto(address('/courses/gates'))
    await visitor.getByText('Free preview').waitFor()
    expect(await visitor.getByRole('link', { name: 'What to remember' }).count()).toBe(0)
    await visitor.getByRole('link', { name: 'The clip' }).click()
    const video = visitor.locator('video')
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true
      return element.play()
    })
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(1)
    await visitor.getByText('The clip speaks').first().waitFor()
    barriers.push(...(await photograph(visitor, SCREENSHOTS, 'preview')))
    await visitor.close()
  })
})

describe('Who may open a lesson', () => {
  it('is chosen beside it, with the keyboard too, and kept', async () => {
    const author = await openSignedIn(browser, {
      webUrl: lectern.endpoints.webUrl,
      account: accounts().author,
    })
    await author.goto(address(`/teach/${courseId}`))
    await author.getByRole('link', { name: /^The clip/ }).click()
    const audience = author.getByLabel('Who may open The clip')
    await audience.waitFor()
    expect(await audience.inputValue()).toBe('everyone')
    await audience.focus()
    await author.keyboard.press('End')
    const time = author.getByLabel('When The clip opens, in your time zone')
    await time.fill('2031-05-06T07:08')
    await time.press('Enter')
    const stored = async () => {
      const { modules } = await teach()(routes.getDraft, { params: { courseId } })
      return modules.flatMap((module) => module.lessons)[0]?.audience
    }
    const local = await author.evaluate(() => new Date('2031-05-06T07:08').toISOString())
    await expect.poll(stored).toEqual({ who: 'members', from: local })
    await author.reload()
    await expect.poll(() => time.inputValue()).toBe('2031-05-06T07:08')
    barriers.push(...(await photograph(author, SCREENSHOTS, 'editor-audience')))
    await audience.selectOption({ label: 'Members' })
    await expect.poll(stored).toEqual({ who: 'members', from: null })
  })

  it('is said on screens without a barrier', () => {
    expect(barriers).toEqual([])
  })
})
