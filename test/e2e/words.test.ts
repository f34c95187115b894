import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#contract/routes'
import { fillInSignIn, launchBrowser } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import {
  buildPseudoClient,
  findBroken,
  findLooseTexts,
  type PseudoClient,
} from '#test/support/pseudo-client'
import { apiAs, makeClip, teachCourse } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/words'
/** What people wrote, as it stands in titles, labels and attributes. */
const THEIRS = ['Reading', 'Sound and picture', 'The clip', 'What to remember', 'Beginning', 'End']
const CAPTIONS = `WEBVTT

00:00.000 --> 00:12.000
A cache keeps a copy.

00:12.000 --> 00:14.000
It works because people ask again.
`
const NARROW = { width: 320, height: 700 }

let lectern: RunningLectern
let browser: Browser
let longer: PseudoClient
let mirrored: PseudoClient
let film: string

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const teach = apiAs(lectern.endpoints, lectern.endpoints.accounts.author)
  const body = { slug: 'reading', title: 'Reading', summary: 'A test.' }
  const params = { courseId: (await teach(routes.createCourse, { body })).id }
  const module = await teach(routes.createModule, { params, body: { title: 'One' } })
  await teach(routes.createLesson, {
    params: { ...params, moduleId: module.id },
    body: { kind: 'article', title: 'What to remember', text: 'All of it.' },
  })
  await teach(routes.publishCourse, { params })
  const clip = join(dataDir, 'clip.mp4')
  makeClip(clip, 15)
  const { id } = await teachCourse(lectern.endpoints, { slug: 'film', clip, captions: CAPTIONS })
  await teach(routes.enrol, { params: { courseId: id } })
  const { modules } = await teach(routes.getDraft, { params: { courseId: id } })
  film = `/learn/${id}/${modules[0]?.lessons[0]?.id}`
  longer = await buildPseudoClient('en-XA')
  mirrored = await buildPseudoClient('en-XB')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await Promise.all([longer?.remove(), mirrored?.remove(), removeDataDirs()])
})

const at = (path: string) => new URL(path, lectern.endpoints.webUrl).href

const openPage = async (options: BrowserContextOptions = {}, client?: PseudoClient) => {
  const context = await browser.newContext(options)
  await client?.serveTo(context, lectern.endpoints.webUrl)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}
const languageOf = (page: Page) =>
  page.evaluate(() => `${document.documentElement.lang} ${document.dir}`)

describe('A visitor', () => {
  it('reads the site in the first of the browser’s languages that there is', async () => {
    const page = await openPage({ locale: 'es-MX' })
    const loaded: string[] = []
    page.on('response', (response) => loaded.push(response.url()))
    await page.goto(at('/'))
    await page.getByRole('heading', { name: 'Cursos' }).waitFor()
    await page.getByText('1 lección').waitFor()
    expect(await languageOf(page)).toBe('es ltr')
    expect(loaded.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(0)
    await page.context().close()
  })

  it('chooses another, which the browser keeps', async () => {
    const page = await openPage({ locale: 'fr-FR' })
    await page.goto(at('/courses/reading'))
    await page.getByRole('button', { name: 'Sign in to enrol' }).waitFor()
    await page.getByLabel('Language').selectOption('Español')
    await page.getByRole('button', { name: 'Inicia sesión para matricularte' }).waitFor()
    const other = await page.context().newPage()
    await other.goto(at('/nowhere'))
    await other.getByRole('heading', { name: 'Aquí no hay ninguna página' }).waitFor()
    await page.getByLabel('Idioma').selectOption('English')
    await page.getByRole('button', { name: 'Sign in to enrol' }).waitFor()
    await page.context().close()
  })
})

/** Every screen whose words are in the catalogue, one after the other. */
async function* screens(page: Page) {
  await page.goto(at('/'))
  await page.getByRole('heading', { name: 'Reading' }).waitFor()
  yield 'catalogue'
  await page.goto(at('/courses/nothing'))
  await page.getByRole('status').getByRole('heading').waitFor()
  yield 'no-course'
  await page.goto(at('/nowhere'))
  await page.getByRole('status').getByRole('heading').waitFor()
  yield 'no-page'
  await page.goto(at('/my'))
  await page.getByRole('status').getByRole('heading').waitFor()
  yield 'gate'
  await page.goto(at('/courses/reading'))
  await page.getByRole('heading', { name: 'Reading' }).waitFor()
  yield 'course'
  await page.locator('header select').waitFor()
  await page.locator('header').getByRole('button').last().click()
  await fillInSignIn(page, lectern.endpoints.accounts.author)
  await page.locator('header [aria-haspopup="menu"]').waitFor()
  // The way back from signing in is a redirect, which nobody may answer in the site's place.
  await page.goto(at('/courses/reading'))
  await page.locator('header [aria-haspopup="menu"]').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('option').first().waitFor()
  yield 'palette'
  await page.getByRole('combobox').fill('xxxx')
  await page.getByRole('dialog').getByRole('status').waitFor()
  yield 'palette-empty'
  await page.keyboard.press('Escape')
  await page.locator('header [aria-haspopup="menu"]').click()
  await page.getByRole('menu').waitFor()
  yield 'account'
  yield* learningScreens(page)
  await page.goto(at('/teach#new'))
  await page.locator('main li a').first().waitFor()
  await page.locator('form').waitFor()
  yield 'teach'
}

/** A learner's way through a course of a video and an article. */
async function* learningScreens(page: Page) {
  await page.goto(at('/my'))
  await page.locator('main li a').waitFor()
  yield 'my'
  await page.goto(at(film))
  await page.locator('[data-line]').first().waitFor()
  yield 'player'
  await page.locator('[data-awake] [aria-haspopup="menu"]').click()
  await page.getByRole('menu').waitFor()
  yield 'player-menu'
  await page.keyboard.press('Escape')
  await page.locator('section:has([data-line]) h2').first().click()
  await page.keyboard.press('?')
  await page.locator('dialog dd').first().waitFor()
  yield 'player-keys'
  await page.keyboard.press('Escape')
  await page.locator('article h1 + div button').click()
  await page.locator('article:not(:has(video)) > div:last-child button').waitFor()
  yield 'article'
}

describe('The client', () => {
  it('shows no text from outside the catalogue, and bears words that are 40 % longer', async () => {
    const page = await openPage({ viewport: NARROW }, longer)
    const found: string[] = []
    const seen: string[] = []
    for await (const screen of screens(page)) {
      seen.push(screen)
      await page.screenshot({ path: `${SCREENSHOTS}/longer-${screen}.png` })
      const loose = await findLooseTexts(page, THEIRS)
      found.push(...[...loose, ...(await findBroken(page))].map((what) => `${screen}: ${what}`))
    }
    expect(found).toEqual([])
    expect(seen).toContain('teach')
    await page.context().close()
  })

  it('begins at the right where its language does', async () => {
    const page = await openPage({}, mirrored)
    const found: string[] = []
    for await (const screen of screens(page)) {
      await page.screenshot({ path: `${SCREENSHOTS}/mirrored-${screen}.png` })
      found.push(...(await findBroken(page)).map((what) => `${screen}: ${what}`))
    }
    expect(await languageOf(page)).toBe('en-XB rtl')
    expect(found).toEqual([])
    const middle = (await page.evaluate(() => innerWidth)) / 2
    const brand = await page.locator('header > a').boundingBox()
    const account = await page.locator('header').getByRole('button').last().boundingBox()
    expect(brand?.x).toBeGreaterThan(middle)
    expect(account?.x).toBeLessThan(middle)
    await page.context().close()
  })
})
