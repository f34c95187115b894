import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '#contract/routes'
import { targets } from '#lib/settings/targets'
import { DEMO_IS_WHOLE, DEMO_SLUG } from '#local/demo/seed'
import { makeLargeCourse } from '#scripts/bench-web/large-course'
import { type BenchPage, benchPages } from '#scripts/bench-web/pages'
import { watchPage } from '#scripts/bench-web/watch-page'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { makePdf, numberedPages } from '#test/support/make-pdf'
import { teachDocument } from '#test/support/send-course-file'
import { apiAs } from '#test/support/taught-course'

const PHONE = { viewport: { width: 390, height: 844 } }
/** Between two answers: longer than a page takes to draw what one of them brings. */
const APART_MS = 250
/** When the uploads' tray and other things that nobody waits for have come, too. */
const CALM_MS = 3500

let lectern: RunningLectern
let browser: Browser
let pages: readonly BenchPage[]
const states: Partial<
  Record<BenchPage['who'], Awaited<ReturnType<BrowserContext['storageState']>>>
> = {}

beforeAll(async () => {
  lectern = await startLectern({
    ...{ port: await findFreePorts(), dataDir: await makeDataDir() },
    ...{ timeoutSeconds: 500, until: DEMO_IS_WHOLE },
  })
  const { endpoints } = lectern
  const { webUrl, accounts } = endpoints
  const teach = apiAs(endpoints, accounts.author)
  const largeId = await makeLargeCourse(teach)
  const { items } = await teach(routes.listDrafts, { query: { limit: 100 } })
  const demo = items.find(({ slug }) => slug === DEMO_SLUG)
  if (!demo) throw new Error('There is no demo course')
  const params = { courseId: demo.id }
  await apiAs(endpoints, accounts.learner)(routes.enrol, { params })
  const { modules } = await teach(routes.getDraft, { params })
  const leaf = await teachDocument(teach, {
    ...{ slug: 'leaves', title: 'Leaves', lesson: 'Leaf', pdf: makePdf(numberedPages(24)) },
  })
  await apiAs(endpoints, accounts.learner)(routes.enrol, { params: { courseId: leaf.courseId } })
  const lessonOf = (kind: string) =>
    modules.flatMap(({ lessons }) => lessons).find((lesson) => lesson.kind === kind)?.id ?? ''
  pages = benchPages({
    ...{ courseId: demo.id, largeId, documentAt: `/learn/${leaf.courseId}` },
    ...{ videoId: lessonOf('video'), articleId: lessonOf('article') },
  })
  browser = await launchBrowser()
  for (const who of ['learner', 'author'] as const) {
    const page = await openSignedIn(browser, { webUrl, account: accounts[who] })
    states[who] = await page.context().storageState()
    await page.context().close()
  }
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

it.each([
  'catalogue',
  'course',
  'my courses',
  'lesson: video',
  'lesson: article',
  'lesson: document',
  'teach',
  'editor, 300 lessons',
  'library',
])(
  '%s stays where it is while its answers come, one by one, and at last its font',
  async (name) => {
    const page = pageOf(name)
    const context = await browser.newContext({ ...PHONE, storageState: states[page.who] })
    const tab = await context.newPage()
    await tab.addInitScript(watchPage)
    const font = Promise.withResolvers<void>()
    await context.route('**/*.woff2', async (route) => {
      await font.promise
      await route.continue()
    })
    await context.route(/\/(api|content)\/|\/config\.json$/, oneByOne())
    await tab.goto(address(name), { waitUntil: 'commit' })
    await page.whole(tab).first().waitFor()
    await tab.waitForTimeout(CALM_MS)
    font.resolve()
    await tab.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loaded'))
    await drawn(tab)
    const { shifts } = await tab.evaluate(() => window.seen)
    await context.close()
    const moved = shifts.reduce((sum, { value }) => sum + value, 0)
    expect(
      moved,
      shifts.map(({ value, what }) => `${value}: ${what}`).join('\n'),
    ).toBeLessThanOrEqual(targets.layoutShift)
  },
)

it('finds nothing to mend in the demo course', async () => {
  const { endpoints } = lectern
  const teach = apiAs(endpoints, endpoints.accounts.author)
  const { items } = await teach(routes.listDrafts, { query: { limit: 100 } })
  const demo = items.find(({ slug }) => slug === DEMO_SLUG)
  if (!demo) throw new Error('There is no demo course')
  expect(await teach(routes.getPublishing, { params: { courseId: demo.id } })).toMatchObject({
    ...{ changeCount: 0, warningCount: 0 },
  })
})

it('asks for a lesson while its client is still on its way', async () => {
  const { tab, close } = await openPage('lesson: video')
  const asked: string[] = []
  tab.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const client = Promise.withResolvers<void>()
  await tab.route(/\/assets\/(?:index|packages)-.*\.js$/, async (route) => {
    await client.promise
    await route.continue()
  })
  const refused: string[] = []
  tab.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  const poster = tab.waitForResponse(/\/poster\.jpg$/)
  await tab.goto(address('lesson: video'), { waitUntil: 'commit' })
  expect((await poster).status()).toBe(200)
  for (const file of [/\/session$/, /\/outline\.json$/, /\/les_\w+\.json$/, /\/player-.*\.js$/])
    expect(asked).toContainEqual(expect.stringMatching(file))
  expect(await tab.locator('#root > *').count()).toBe(0)
  client.resolve()
  await tab.locator('video').waitFor()
  // What was asked before the client was there, it does not ask again.
  expect(asked.filter((path) => /\/(?:session|outline\.json)$/.test(path))).toHaveLength(2)
  expect(refused).toEqual([])
  await close()
})

it('shows a lecture’s picture before its player, where that shows it then', async () => {
  const { tab, close } = await openPage('lesson: video')
  const player = Promise.withResolvers<void>()
  await tab.route(/\/assets\/player-.*\.js$/, async (route) => {
    await player.promise
    await route.continue()
  })
  await tab.goto(address('lesson: video'), { waitUntil: 'commit' })
  const picture = tab.locator('main img')
  await picture.waitFor()
  const { box: before, src } = await picture.evaluate((it: HTMLImageElement) => ({
    src: it.src,
    box: it.getBoundingClientRect().toJSON(),
  }))
  expect(before.width).toBe(PHONE.viewport.width)
  player.resolve()
  const video = tab.locator('video')
  await video.waitFor()
  expect(await video.getAttribute('poster')).toBe(src)
  const after = await video.evaluate((it) => it.getBoundingClientRect().toJSON())
  expect(after).toEqual(before)
  await close()
})

const address = (name: string) => new URL(pageOf(name).path, lectern.endpoints.webUrl).href

function pageOf(name: string): BenchPage {
  const page = pages.find((one) => one.name === name)
  if (!page) throw new Error(`There is no page ${name}`)
  return page
}

async function openPage(name: string) {
  const context = await browser.newContext({ ...PHONE, storageState: states[pageOf(name).who] })
  return { tab: await context.newPage(), close: () => context.close() }
}

/** Each answer comes a while after the one before it. */
function oneByOne() {
  let turn = Promise.resolve()
  return async (route: Route) => {
    turn = turn.then(() => new Promise((done) => setTimeout(done, APART_MS)))
    await turn
    await route.continue()
  }
}

/** Until what has come is on the screen, and the observer of what moved was called. */
const drawn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))),
      ),
  )
