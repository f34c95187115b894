import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
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
  browser = await launchBrowser()
  const { webUrl, accounts } = endpoints
  page = await openSignedIn(browser, { webUrl, account: accounts.learner })
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
    await expect.poll(time).toBeGreaterThan(0.5)
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
    await page.locator('[data-part="captions"]').getByText('Forgetting is the hard part').waitFor()
    await press('c')
    await expect.poll(() => page.locator('[data-part="captions"]').count()).toBe(0)
    await press('c')
  })

  it('lets the captions be set by keys alone', async () => {
    await page.getByRole('button', { name: 'Settings' }).focus()
    await press('Enter')
    for (const item of ['Captions', 'Size']) {
      await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).focus()
      await press('Enter')
    }
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toBe('Medium')
    await press('Escape')
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
    await expect.poll(() => ofVideo('videoHeight')).toBe(360)
    await page.getByRole('button', { name: 'Settings' }).click()
    const asked = page.waitForRequest(/index\.mpd/)
    await page.getByRole('menuitemcheckbox', { name: /DASH/ }).click()
    await asked
    await press('Escape')
    const at = await time()
    await expect.poll(time).toBeGreaterThan(at + 0.5)
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
    await expect.poll(() => ofVideo('videoHeight')).toBe(other)
    expect(await page.locator('[data-part="trouble"]').count()).toBe(0)
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
    await expect.poll(time).toBeGreaterThan(8)
    expect(await time()).toBeLessThan(11)
  })
})

describe('the player on a phone', () => {
  const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }
  let phone: Page
  /** Layout shifts since the page began, that no input explains: https://web.dev/articles/cls */
  const shifted = () => phone.evaluate(() => Reflect.get(globalThis, 'shifted') as number)
  const awake = () => phone.getByRole('region', { name: /^Video: / }).getAttribute('data-awake')
  const spotAt = async (share: number) => {
    const box = await phone.locator('[data-part="surface"]').boundingBox()
    if (!box) throw new Error('There is no picture')
    return { x: box.x + share * box.width, y: box.y + 0.2 * box.height }
  }
  const tap = async (share: number) => {
    const { x, y } = await spotAt(share)
    await phone.touchscreen.tap(x, y)
  }
  /** Two taps whose times are said, so that a busy machine makes no two gestures of them. */
  const tapTwice = async (share: number) => {
    const spot = await spotAt(share)
    const devTools = await phone.context().newCDPSession(phone)
    const began = Date.now() / 1000
    const touches = ['touchStart', 'touchEnd', 'touchStart', 'touchEnd'] as const
    await Promise.all(
      touches.map((type, index) =>
        devTools.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchStart' ? [spot] : [],
          timestamp: began + 0.05 * index,
        }),
      ),
    )
  }
  const timeThere = () =>
    phone.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime)

  beforeAll(async () => {
    const { webUrl, accounts } = lectern.endpoints
    phone = await openSignedIn(browser, { webUrl, account: accounts.learner, device: PHONE })
    await phone.addInitScript(() => {
      Reflect.set(globalThis, 'shifted', 0)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if (!Reflect.get(entry, 'hadRecentInput'))
            Reflect.set(
              globalThis,
              'shifted',
              Reflect.get(globalThis, 'shifted') + Reflect.get(entry, 'value'),
            )
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await phone.goto(lesson)
    await phone.getByRole('searchbox', { name: 'Search the transcript' }).waitFor()
  })

  it('stays where it is while the lesson loads, and is no wider than the screen', async () => {
    expect(await shifted()).toBeLessThan(0.1)
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(PHONE.viewport.width)
  })

  it('shows and hides its controls at a tap, and skips at two at a side', async () => {
    await phone.locator('[data-part="play"]').tap()
    await expect.poll(timeThere).toBeGreaterThan(0.3)
    await expect.poll(awake).toBe('false')
    await tap(0.5)
    await expect.poll(awake).toBe('true')
    await phone.locator('video').evaluate((element) => {
      const video = element as HTMLVideoElement
      video.pause()
      video.currentTime = 15
    })
    await tap(0.9)
    await tapTwice(0.1)
    await expect.poll(timeThere).toBeCloseTo(5, 0)
    expect(await phone.evaluate(() => document.fullscreenElement)).toBeNull()
  })

  it('is whole on the screen of a phone that lies on its side', async () => {
    await phone.setViewportSize({ width: 640, height: 360 })
    const foot = () =>
      phone.locator('[data-awake]').evaluate((player) => player.getBoundingClientRect().bottom)
    await phone.evaluate(() => scrollTo(0, 0))
    await expect.poll(foot).toBeLessThanOrEqual(360)
  })
})
