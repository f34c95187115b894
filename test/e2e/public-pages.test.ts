import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '#contract/routes'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { apiAs } from '#test/support/taught-course'

const PHONE = { viewport: { width: 390, height: 844 } }

let lectern: RunningLectern
let browser: Browser
let courseId: `crs_${string}`

beforeAll(async () => {
  lectern = await startLectern({
    port: await findFreePorts(),
    dataDir: await makeDataDir(),
    args: ['--no-demo'],
  })
  const teach = apiAs(lectern.endpoints, lectern.endpoints.accounts.author)
  const body = { slug: 'sets', title: 'Sets', summary: 'What belongs together.' }
  courseId = (await teach(routes.createCourse, { body })).id
  const params = { courseId }
  const module = await teach(routes.createModule, { params, body: { title: 'Unions' } })
  await teach(routes.createLesson, {
    params: { ...params, moduleId: module.id },
    body: { kind: 'article', title: 'Why', text: 'Because.' },
  })
  await teach(routes.publishCourse, { params })
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const address = (path: string) => new URL(path, lectern.endpoints.webUrl).href

/** A page that notes what a person would see go wrong, from its first moment. */
async function openPage(options: BrowserContextOptions = {}) {
  const page = await (await browser.newContext({ ...PHONE, ...options })).newPage()
  const said: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) asked.push(request.url())
  })
  return { page, said, asked }
}

it.each([
  ['/', 'Courses', 'Sets', {}],
  ['/courses/sets', 'Sets', 'Why', {}],
  ['/courses/sets', 'Sets', 'Contenido del curso', { locale: 'es-MX' }],
])('%s can be read without scripts: %s, %s', async (path, heading, text, options) => {
  const { page } = await openPage({ ...options, javaScriptEnabled: false })
  await page.goto(address(path))
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading)
  expect(await page.getByText(text, { exact: true }).isVisible()).toBe(true)
})

it.each([
  ['/', {}],
  ['/courses/sets', {}],
  // Another way to write figures and dates than the one that the page was made with, and another day.
  ['/courses/sets', { locale: 'en-GB', timezoneId: 'Pacific/Kiritimati' }],
  ['/courses/sets', { locale: 'es-MX', colorScheme: 'dark' }],
] as const)('%s is taken over by the client as it is: %o', async (path, options) => {
  const { page, said, asked } = await openPage(options)
  // Made anew, so that it is younger than what the client would ask for again.
  await page.addInitScript(() => {
    const seen = { heading: null as Element | null, shift: 0 }
    Object.assign(window, { seen })
    new MutationObserver(() => {
      seen.heading ??= document.querySelector('h1')
    }).observe(document, { childList: true, subtree: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) seen.shift += Number(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(address(path))
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__react')),
  )
  await page.waitForLoadState('networkidle')
  const { isSame, shift } = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { heading: Element | null; shift: number } }
    return { isSame: seen.heading === document.querySelector('h1'), shift: seen.shift }
  })
  expect(said).toEqual([])
  expect(isSame).toBe(true)
  expect(shift).toBeLessThan(0.05)
  // A page that was kept for a while is asked for again, once it is shown: at most what it shows.
  expect(asked.length).toBeLessThanOrEqual(1)
  const scheme = await page.locator('html').getAttribute('data-mantine-color-scheme')
  expect(scheme).toBe('colorScheme' in options ? options.colorScheme : 'light')
})

/** The client itself comes when it is let. */
const holdClient = async (page: Page) => {
  const client = Promise.withResolvers<void>()
  await page.route('**/assets/index-*.js', async (route) => {
    await client.promise
    await route.continue()
  })
  return client
}

it('does what was chosen from a list before the client was there', async () => {
  const { page } = await openPage()
  const client = await holdClient(page)
  await page.goto(address('/courses/sets'))
  await page.getByLabel('Language').selectOption('Español')
  client.resolve()
  await page.getByRole('button', { name: 'Inicia sesión para matricularte' }).waitFor()
})

it('does what a button says that was pressed before the client was there', async () => {
  const { page } = await openPage()
  const client = await holdClient(page)
  await page.goto(address('/'))
  await page.getByRole('banner').getByRole('button', { name: 'Sign in', exact: true }).click()
  client.resolve()
  await page.getByLabel(/password/i).waitFor()
})

it('does not ask those to sign in who are signed in', async () => {
  const { webUrl, accounts } = lectern.endpoints
  const page = await openSignedIn(browser, { webUrl, account: accounts.learner, device: PHONE })
  await page.goto(address('/courses/sets'), { waitUntil: 'commit' })
  const shown: boolean[] = []
  const enrol = page.getByRole('button', { name: 'Enrol', exact: true })
  while (!(await enrol.isVisible()))
    shown.push(
      await page
        .getByRole('button', { name: /^Sign in/ })
        .first()
        .isVisible(),
    )
  expect(shown).not.toContain(true)
  expect(await page.content()).not.toContain(`"${accounts.learner.username}"`)
})

it('shows the next version to everybody soon after it is published', async () => {
  const teach = apiAs(lectern.endpoints, lectern.endpoints.accounts.author)
  const params = { courseId }
  const { course } = await teach(routes.getDraft, { params })
  const body = { title: 'Sets and maps', revision: course.revision }
  await teach(routes.updateCourse, { params, body })
  await teach(routes.publishCourse, { params })
  const htmlOf = async (path: string) => (await fetch(address(path))).text()
  for (const path of ['/courses/sets', '/'])
    await expect.poll(async () => (await htmlOf(path)).includes('Sets and maps')).toBe(true)
})

it.each(['/', '/courses'])('tells how long %s took to load when it is left', async (path) => {
  const { page } = await openPage()
  await page.addInitScript(() => {
    Math.random = () => 0.1
  })
  await page.goto(address(path), { waitUntil: 'networkidle' })
  const wasHidden = () => page.evaluate(() => window.wasHidden)
  expect(await wasHidden()).toBe(false)
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/telemetry'))
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
  expect(await wasHidden()).toBe(true)
  // What is no report of a page or of playing would be answered 400.
  expect((await answered).status()).toBe(202)
})
