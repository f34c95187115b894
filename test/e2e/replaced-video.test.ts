import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { routes } from '#contract/routes'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { apiAs, dropClip, makeClip, teachCourse } from '#test/support/taught-course'

const SLUG = 'replaced'
const CAPTIONS = `WEBVTT

00:00.000 --> 00:06.000
A cache keeps a copy.

00:12.000 --> 00:19.000
Forgetting is the hard part.
`

let lectern: RunningLectern
let browser: Browser
let page: Page
/** What another device of the learner says. */
let standAt: (seconds: number) => Promise<void>

/** A learner who is at 20 s of a video that an 8 s one replaces, without publishing again. */
beforeAll(async () => {
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const { endpoints } = lectern
  const { author, learner } = endpoints.accounts
  const [long, short] = [join(dataDir, 'long.mp4'), join(dataDir, 'short.mp4')]
  makeClip(long, 30)
  makeClip(short, 8)
  const course = await teachCourse(endpoints, { slug: SLUG, clip: long, captions: CAPTIONS })
  const params = { courseId: course.id }
  const learn = apiAs(endpoints, learner)
  const teach = apiAs(endpoints, author)
  await learn(routes.enrol, { params })
  const { modules } = await teach(routes.getDraft, { params })
  const lesson = modules.flatMap(({ lessons }) => lessons).find(({ kind }) => kind === 'video')
  if (!lesson) throw new Error('The course has no video')
  standAt = async (positionSeconds) => {
    const at = new Date().toISOString()
    await learn(routes.recordProgress, {
      params: { ...params, lessonId: lesson.id },
      body: { positionSeconds, durationSeconds: 30, at, sentAt: at },
    })
  }
  await standAt(20)
  await dropClip(endpoints, { slug: SLUG, clip: short })
  const live = async () => (await teach(routes.listAssets, { params })).items[0]?.liveVersion
  await vi.waitFor(async () => expect(await live()).toBe(2), { timeout: 120_000, interval: 250 })

  browser = await launchBrowser()
  page = await openSignedIn(browser, { webUrl: endpoints.webUrl, account: learner })
  await page.goto(new URL(`/learn/${course.id}/${lesson.id}`, endpoints.webUrl).href)
  await page.locator('video').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const ofVideo = (name: 'currentTime' | 'duration' | 'paused') =>
  page.locator('video').evaluate((video, key) => Reflect.get(video, key), name)
const place = () => page.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuetext')

describe('a video that was replaced by a shorter one', () => {
  it.each(['HLS', 'DASH'])(
    'plays from its beginning for who was behind its end, by %s',
    async (by) => {
      if (by === 'DASH') {
        await page.evaluate(() =>
          localStorage.setItem('lectern.player', JSON.stringify({ dash: true, muted: true })),
        )
        await standAt(20)
        await page.reload()
      }
      await page.getByRole('button', { name: 'Play', exact: true }).first().click()
      await expect.poll(() => ofVideo('currentTime')).toBeGreaterThan(0.5)
      expect(await ofVideo('currentTime')).toBeLessThan(6)
      expect(await ofVideo('duration')).toBeLessThan(9)
      expect(await page.locator('[data-part="spinner"]').count()).toBe(0)
      await page.keyboard.press('k')
    },
  )

  it('shows no chapter and no caption that lies behind its end', async () => {
    const transcript = page.getByRole('region', { name: 'Transcript' })
    await transcript.getByText('keeps a copy').waitFor()
    expect(await transcript.getByText('Forgetting').count()).toBe(0)
    expect(await page.locator('[data-part="chapter"]').count()).toBe(0)
  })
})

describe('the slider of the place', () => {
  it('speaks when the person goes somewhere, and not because the video plays', async () => {
    const slider = page.getByRole('slider', { name: 'Position' })
    await slider.focus()
    await page.keyboard.press('Home')
    await expect.poll(place).toMatch(/^0 seconds/)
    await page.locator('video').evaluate((video) => (video as HTMLVideoElement).play())
    await expect.poll(() => ofVideo('currentTime')).toBeGreaterThan(2)
    expect(await place()).toMatch(/^0 seconds/)
    await page.keyboard.press('ArrowRight')
    await expect.poll(place).toMatch(/^[5-8] seconds/)
    await page.keyboard.press('k')
  })
})

describe('a keyboard with Cyrillic letters', () => {
  const press = (key: string, code: string, more: { readonly ctrlKey?: boolean } = {}) =>
    page.evaluate(
      (init) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init)),
      { key, code, bubbles: true, cancelable: true, ...more },
    )

  it('plays, pauses and opens the palette by the places of the keys', async () => {
    const paused = await ofVideo('paused')
    await press('л', 'KeyK')
    await expect.poll(() => ofVideo('paused')).toBe(!paused)
    await press('л', 'KeyK', { ctrlKey: true })
    await page.getByRole('combobox', { name: 'Search' }).waitFor()
  })
})
