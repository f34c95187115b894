import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DEMO_SLUG } from '#local/demo/seed'
import { type NetworkProfile, shapeNetwork } from '#scripts/bench/network'
import { openSignedIn } from '#test/support/browser'
import { watchVideo } from './watch-video.ts'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

interface Viewing {
  readonly site: string
  readonly state: StorageState
  readonly network: NetworkProfile
}

/** Signs in, enrols in the demo course, and answers what a browser must keep to be this person. */
export async function signIn(
  browser: Browser,
  site: string,
  account: { readonly username: string; readonly password: string },
): Promise<StorageState> {
  const page = await openSignedIn(browser, { webUrl: site, account, device: {} })
  await page.goto(`${site}/courses/${DEMO_SLUG}`)
  const enrol = page.getByRole('button', { name: 'Enrol', exact: true })
  const enrolled = page.getByRole('button', { name: /continue|start learning/i })
  await enrol.or(enrolled).first().waitFor()
  if (await enrol.isVisible()) {
    await enrol.click()
    await page.waitForURL(/\/learn\//)
  }
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

/**
 * One start as a hurried learner makes it: from "My courses" over the course's link, whose pointer rests
 * there for 150 ms, and a click on the picture as soon as there is one.
 */
export async function measureStart(browser: Browser, viewing: Viewing) {
  const { context, page } = await openMyCourses(browser, viewing)
  const openedAt = await openLesson(page)
  await clickPlay(page)
  const { wishedAt, frameAt } = await firstFrame(page)
  await context.close()
  return { playToFrameMs: frameAt - wishedAt, openToFrameMs: frameAt - openedAt }
}

/** A minute of playing from the beginning: where it had to wait, and what heights were shown. */
export async function measureMinute(browser: Browser, viewing: Viewing) {
  const { context, page } = await openMyCourses(browser, viewing)
  await openLesson(page)
  await clickPlay(page)
  await firstFrame(page)
  await page.waitForTimeout(60_000)
  const { waits, heights } = await page.evaluate(() => window.viewing)
  await context.close()
  return {
    rebuffers: waits.length,
    waitedMs: waits.reduce((sum, wait) => sum + wait, 0),
    heights,
  }
}

async function openMyCourses(browser: Browser, { site, state, network }: Viewing) {
  const context = await browser.newContext({
    storageState: state,
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  await page.addInitScript(watchVideo)
  const devTools = await context.newCDPSession(page)
  await shapeNetwork(devTools, network)
  // Each start from the beginning, whatever run was before. A Playwright route would switch off the cache.
  await devTools.send('Network.setBlockedURLs', { urls: ['*/progress'] })
  await page.goto(`${site}/my`)
  await page.locator('a[href*="/learn/"]').first().waitFor()
  return { context, page }
}

async function openLesson(page: Page): Promise<number> {
  const link = page.locator('a[href*="/learn/"]').first()
  await link.hover()
  await page.waitForTimeout(150)
  const openedAt = await page.evaluate(() => performance.now())
  await link.click({ noWaitAfter: true })
  return openedAt
}

/** The wish to play is the first click; who sees nothing happen clicks again. */
async function clickPlay(page: Page): Promise<void> {
  const video = page.locator('video')
  await video.waitFor()
  for (let clicks = 0; clicks < 100; clicks += 1) {
    await video.click({ position: { x: 80, y: 60 }, noWaitAfter: true, force: true })
    await page.waitForTimeout(400)
    if (await video.evaluate((it) => it instanceof HTMLVideoElement && !it.paused)) return
  }
  throw new Error('The video does not start, however often it is clicked')
}

async function firstFrame(page: Page) {
  await page.waitForFunction(() => window.viewing.frameAt > 0, undefined, { timeout: 60_000 })
  const { wishedAt, frameAt } = await page.evaluate(() => window.viewing)
  return { wishedAt, frameAt }
}
