import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#contract/routes'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { photograph, VIEWPORT } from '#test/support/photograph'
import { apiAs, makeClip, teachCourse } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/screens'
const CAPTIONS = `WEBVTT

00:00.000 --> 00:06.000
A cache keeps a copy.

00:06.000 --> 00:12.000
It works because people ask again.

00:12.000 --> 00:19.000
Forgetting is the hard part of a cache.
`

let lectern: RunningLectern
let browser: Browser
let page: Page
let lesson: string

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const clip = join(dataDir, 'clip.mp4')
  makeClip(clip, 20)
  const { endpoints } = lectern
  const course = await teachCourse(endpoints, { slug: 'film', clip, captions: CAPTIONS })
  const learner = apiAs(endpoints, endpoints.accounts.learner)
  await learner(routes.enrol, { params: { courseId: course.id } })
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  })
  page = await (await browser.newContext({ viewport: VIEWPORT })).newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(endpoints.webUrl)
  await page.getByRole('banner').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel(/e-?mail/i).fill(endpoints.accounts.learner.username)
  await page.getByLabel(/password/i).fill(endpoints.accounts.learner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Account' }).waitFor()
  lesson = new URL(`/learn/${course.id}`, endpoints.webUrl).href
  await page.goto(lesson)
  await page.locator('video').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const ofVideo = <K extends 'currentTime' | 'paused' | 'muted' | 'playbackRate' | 'videoHeight'>(
  name: K,
) =>
  page.locator('video').evaluate((video, key) => {
    if (!(video instanceof HTMLVideoElement)) throw new Error('There is no video')
    return video[key]
  }, name)
const time = () => ofVideo('currentTime')
const press = (key: string) => page.keyboard.press(key)

describe('the player', () => {
  it('plays at a click and obeys the keys that people know', async () => {
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await expect.poll(time, { timeout: 20_000 }).toBeGreaterThan(0.5)
    await press('k')
    expect(await ofVideo('paused')).toBe(true)
    await press('5')
    await expect.poll(time).toBeCloseTo(10, 0)
    await press('ArrowLeft')
    await expect.poll(time).toBeCloseTo(5, 0)
    await press('l')
    await expect.poll(time).toBeCloseTo(15, 0)
    await press('m')
    expect(await ofVideo('muted')).toBe(true)
    await press('>')
    expect(await ofVideo('playbackRate')).toBe(1.25)
    await press('<')
    expect(await ofVideo('playbackRate')).toBe(1)
  })

  it('says where it is, with the chapter, and moves by chapters', async () => {
    const bar = page.getByRole('slider', { name: 'Position' })
    await bar.focus()
    await press('Home')
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toMatch(/^0 seconds of .*Beginning/)
    await press('PageUp')
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toMatch(/^12 seconds of .*End/)
  })

  it('shows captions when asked, and keeps the choice', async () => {
    await press('c')
    await page.locator('.captions').getByText('Forgetting is the hard part').waitFor()
    await press('c')
    await expect.poll(() => page.locator('.captions').count()).toBe(0)
    await press('c')
  })

  it('has a transcript that is searched and leads to where it was said', async () => {
    await page.getByRole('searchbox', { name: 'Search the transcript' }).fill('CACHE')
    const transcript = page.getByRole('region', { name: 'Transcript' })
    await transcript.getByText('1 of 2').waitFor()
    expect(await transcript.locator('mark').allInnerTexts()).toEqual(['cache', 'cache'])
    await transcript.getByRole('button', { name: /people ask again/ }).click()
    await expect.poll(time).toBeCloseTo(6, 0)
    const current = transcript.locator('[aria-current]')
    await expect.poll(() => current.innerText()).toContain('people ask again')
  })

  it('plays the quality that is chosen, by HLS and by DASH', async () => {
    const choose = async (height: number) => {
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('menuitem', { name: /^Quality/ }).click()
      await page.getByRole('menuitemradio', { name: `${height}p` }).click()
    }
    await choose(360)
    await page.locator('video').evaluate((video) => (video as HTMLVideoElement).play())
    await expect.poll(() => ofVideo('videoHeight'), { timeout: 20_000 }).toBe(360)
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('menuitemcheckbox', { name: /DASH/ }).click()
    await press('Escape')
    await page.waitForRequest(/index\.mpd/)
    const at = await time()
    await expect.poll(time, { timeout: 20_000 }).toBeGreaterThan(at + 0.5)
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('menuitemcheckbox', { name: /DASH/ }).click()
    await press('Escape')
  })

  it('keeps nobody out', async () => {
    await page.locator('video').evaluate((video) => (video as HTMLVideoElement).pause())
    expect(await photograph(page, SCREENSHOTS, 'player')).toEqual([])
  })

  it('ends with a card that leads on and can be stayed at', async () => {
    await press('9')
    await page.locator('video').evaluate((video) => (video as HTMLVideoElement).play())
    const card = page.getByRole('region', { name: 'End of the lesson' })
    await card.getByText('What to remember').waitFor()
    await card.getByRole('button', { name: 'Stay here' }).click()
    expect(await card.getByRole('timer').count()).toBe(0)
    await card.getByRole('button', { name: 'Play again' }).click()
    await expect.poll(time).toBeLessThan(15)
  })

  it('renews a session that ended, without a word, and goes on', async () => {
    // What the browser kept of a quality it would play without asking.
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Network.clearBrowserCache')
    const other = (await ofVideo('videoHeight')) === 240 ? 360 : 240
    const refused = page.waitForResponse((answer) => answer.status() === 403)
    const renewed = page.waitForRequest(/\/session$/)
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('menuitem', { name: /^Quality/ }).click()
    await page.getByRole('menuitemradio', { name: `${other}p` }).click()
    await Promise.all([refused, renewed])
    await expect.poll(() => ofVideo('videoHeight'), { timeout: 20_000 }).toBe(other)
    expect(await page.locator('.trouble').count()).toBe(0)
  })

  it('resumes where it was left', async () => {
    await page.locator('video').evaluate((video) => (video as HTMLVideoElement).pause())
    await press('4')
    await expect.poll(time).toBeCloseTo(8, 0)
    await page.locator('video').evaluate((video) => (video as HTMLVideoElement).play())
    await expect.poll(time).toBeGreaterThan(8.5)
    await press('k')
    await page.waitForTimeout(500)
    await page.goto(lesson)
    await page.locator('video').waitFor()
    await expect.poll(time, { timeout: 20_000 }).toBeGreaterThan(8)
    expect(await time()).toBeLessThan(11)
  })
})
