import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#contract/routes'
import { launchBrowser } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { makePdf } from '#test/support/make-pdf'
import {
  buildPseudoClient,
  findBroken,
  findLooseTexts,
  type PseudoClient,
} from '#test/support/pseudo-client'
import { type ShownSite, screens, screensOfAdmins } from '#test/support/screens'
import { teachDocument } from '#test/support/send-course-file'
import { apiAs, dropClip, makeClip, teachCourse } from '#test/support/taught-course'
import { languageChoices } from '#web/captions/languages.ts'

const SCREENSHOTS = 'test-results/words'
/** What people wrote, as it stands in titles, labels and attributes. */
const THEIRS = [
  ...['Reading', 'Sound and picture', 'The clip', 'What to remember', 'Beginning', 'End', 'One'],
  ...['Leaf', 'Leaves', 'leaf.pdf', 'The exam'],
  ...['clip.mp4', 'no.mp4', 'no.txt', 'mp4, AVC'],
]
/** As `Intl` has them, in the language that the pseudo-languages are made from. */
const LANGUAGE_NAMES = languageChoices().map(({ label }) => label)
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
let shown: Omit<ShownSite, 'webUrl' | 'author'>

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
  const [lesson] = modules[0]?.lessons ?? []
  if (lesson?.kind !== 'video' || !lesson.assetId) throw new Error('The course has no video')
  const leaf = await teachDocument(teach, {
    ...{ slug: 'leaves', title: 'Leaves', lesson: 'Leaf' },
    pdf: makePdf(Array.from({ length: 24 }, () => ({ lines: ['Leaf'] }))),
  })
  await teach(routes.enrol, { params: { courseId: leaf.courseId } })
  shown = { courseId: id, lessonId: lesson.id, assetId: lesson.assetId, leaf }
  // It names no course, and waits for an admin.
  await dropClip(lectern.endpoints, { slug: 'nobody', clip })
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
  page.setDefaultTimeout(60_000)
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
    await page.getByText('1 lección').first().waitFor()
    expect(await languageOf(page)).toBe('es ltr')
    // The page came made; its client follows.
    await expect.poll(() => loaded.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(0)
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

/** Every screen, as the author sees it, and at last as an admin does in a browser of their own. */
async function* allScreens(options: BrowserContextOptions, client: PseudoClient) {
  const { webUrl, accounts } = lectern.endpoints
  for (const visit of [
    (page: Page) => screens(page, { webUrl, author: accounts.author, ...shown }),
    (page: Page) => screensOfAdmins(page, webUrl, accounts.admin),
  ]) {
    const page = await openPage(options, client)
    for await (const name of visit(page)) yield { page, name }
    await page.context().close()
  }
}

describe('The client', () => {
  it('shows no text from outside the catalogue, and bears words that are 40 % longer', async () => {
    const found: string[] = []
    const seen: string[] = []
    for await (const { page, name } of allScreens({ viewport: NARROW }, longer)) {
      seen.push(name)
      await page.screenshot({ path: `${SCREENSHOTS}/longer-${name}.png` })
      const loose = await findLooseTexts(page, [...THEIRS, ...LANGUAGE_NAMES])
      found.push(...[...loose, ...(await findBroken(page))].map((what) => `${name}: ${what}`))
    }
    expect(found).toEqual([])
    expect(seen.length).toBeGreaterThan(30)
    expect(seen.at(-1)).toBe('rejected-uploads')
  })

  it('begins at the right where its language does', async () => {
    const found: string[] = []
    const chevrons: boolean[] = []
    for await (const { page, name } of allScreens({}, mirrored)) {
      await page.screenshot({ path: `${SCREENSHOTS}/mirrored-${name}.png` })
      found.push(...(await findBroken(page)).map((what) => `${name}: ${what}`))
      expect(await languageOf(page)).toBe('en-XB rtl')
      if (name === 'player-menu')
        for (const chevron of await page.getByRole('menu').locator('[role="menuitem"] svg').all())
          chevrons.push(await isMirrored(chevron))
      if (name !== 'course') continue
      const middle = (await page.evaluate(() => innerWidth)) / 2
      const brand = await page.locator('header > a').boundingBox()
      const signIn = await page.locator('header').getByRole('button').last().boundingBox()
      expect(brand?.x).toBeGreaterThan(middle)
      expect(signIn?.x).toBeLessThan(middle)
    }
    expect(found).toEqual([])
    expect(chevrons).toEqual([true, true, true])
  })
})

/** Whether a picture that points somewhere is drawn the other way round. */
const isMirrored = (picture: Locator) =>
  picture.evaluate((element) => getComputedStyle(element).scale === '-1 1')
