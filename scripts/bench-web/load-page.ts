import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type NetworkProfile, shapeNetwork } from '#scripts/bench/network'
import type { BenchPage } from './pages.ts'
import { watchPage } from './watch-page.ts'

export interface Visit {
  readonly site: string
  readonly network: NetworkProfile
  /** How many times slower the processor is. */
  readonly slowdown: number
  /** What the browser keeps of who is signed in. */
  readonly state: Awaited<ReturnType<BrowserContext['storageState']>> | undefined
}

/** Kilobytes, compressed, of all that was fetched until the page was quiet. */
export type Weight = Readonly<Record<'script' | 'style' | 'font' | 'data' | 'media', number>>

export interface Load {
  readonly paintMs: number
  readonly painted: string
  readonly shift: number
  readonly shifts: string
  /** The slowest of the scripted ones. */
  readonly interactionMs: number
  readonly slowest: string
  readonly weight: Weight
  readonly elements: number
}

/** A phone's screen. */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }
/** So long after its last file and its last large paint a page is taken for quiet. */
const QUIET_MS = 500
/** A page that plays or asks again is never without requests, so it is waited for no longer. */
const LONGEST_MS = 10_000

/** Has edge and functions answer a page once, as fast as they can, so that they are warm, as they are for all but the first. */
export async function warmPage(browser: Browser, page: BenchPage, visit: Visit): Promise<void> {
  const context = await browser.newContext({ ...PHONE, storageState: visit.state })
  try {
    const tab = await context.newPage()
    await tab.goto(visit.site + page.path, { waitUntil: 'commit' })
    await page.whole(tab).first().waitFor()
  } finally {
    await context.close()
  }
}

/** Loads a page in a browser that has seen nothing, waits until it is quiet, then does what people do there. */
export async function loadPage(browser: Browser, page: BenchPage, visit: Visit): Promise<Load> {
  const context = await browser.newContext({ ...PHONE, storageState: visit.state })
  try {
    const tab = await context.newPage()
    tab.setDefaultTimeout(30_000)
    await tab.addInitScript(watchPage)
    const devTools = await context.newCDPSession(tab)
    await shapeNetwork(devTools, visit.network)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: visit.slowdown })
    await devTools.send('Network.setBlockedURLs', { urls: ['*/progress'] })
    await tab.goto(visit.site + page.path, { waitUntil: 'commit' })
    await page.whole(tab).first().waitFor()
    await quiet(tab)
    const { paintMs, painted } = await tab.evaluate(() => window.seen)
    const weight = await weightOf(tab)
    const elements = await tab.evaluate(() => document.querySelectorAll('*').length)
    await page.use(tab)
    await tab.waitForTimeout(QUIET_MS)
    const { shift, shifts, interactions } = await tab.evaluate(() => window.seen)
    const [slowest] = Object.values(interactions).toSorted((a, b) => b.ms - a.ms)
    return {
      ...{ paintMs, painted, shift, weight, elements },
      shifts: shifts
        .map(({ at, value, what }) => `${Math.round(at)}: ${value.toFixed(3)} ${what}`)
        .join('; '),
      interactionMs: slowest?.ms ?? 0,
      slowest: slowest?.what ?? '',
    }
  } finally {
    await context.close()
  }
}

/** Until nothing came, and nothing larger was painted, for a while. */
const quiet = (tab: Page): Promise<void> =>
  tab.evaluate(
    async ([quietMs, longestMs]) => {
      const until = performance.now() + longestMs
      const lastAt = () =>
        performance
          .getEntriesByType('resource')
          .reduce((last, { startTime, duration }) => Math.max(last, startTime + duration), 0)
      while (performance.now() < until) {
        const calmAt = Math.max(lastAt(), window.seen.paintMs) + quietMs
        if (performance.now() >= calmAt) return
        await new Promise((done) => setTimeout(done, calmAt - performance.now()))
      }
    },
    [QUIET_MS, LONGEST_MS] as const,
  )

const weightOf = (tab: Page): Promise<Weight> =>
  tab.evaluate(() => {
    const weight = { script: 0, style: 0, font: 0, data: 0, media: 0 }
    const kinds = {
      js: 'script',
      css: 'style',
      woff2: 'font',
      m4s: 'media',
      mp4: 'media',
      jpg: 'media',
      webp: 'media',
      svg: 'media',
    } as const
    for (const entry of performance.getEntriesByType('resource')) {
      if (!(entry instanceof PerformanceResourceTiming)) continue
      const end = /\.(\w+)$/.exec(new URL(entry.name).pathname)?.[1] ?? ''
      const kind = Object.entries(kinds).find(([name]) => name === end)?.[1] ?? 'data'
      weight[kind] += entry.encodedBodySize / 1000
    }
    return weight
  })
