import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleDocument } from '#contract/articles/document'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'
import { openSignedIn } from '#test/support/browser'
import type { RunningLectern } from '#test/support/lectern'
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'
import { openTeachingSite, type TeachingSite } from '#test/support/teaching-site'

const SCREENSHOTS = 'test-results/screens'

let lectern: RunningLectern
let browser: Browser
let page: Page
let teach: ApiClient
let close: TeachingSite['close'] | undefined
let params: { courseId: CourseId; lessonId: LessonId }

beforeAll(async () => {
  ;({ lectern, browser, page, teach, close } = await openTeachingSite())
  const { webUrl } = lectern.endpoints
  const body = { slug: 'maps', title: 'Maps', summary: 'A test.' }
  const { id: courseId } = await teach(routes.createCourse, { body })
  const module = await teach(routes.createModule, { params: { courseId }, body: { title: 'One' } })
  const lesson = await teach(routes.createLesson, {
    params: { courseId, moduleId: module.id },
    body: { kind: 'article', title: 'The kernel', text: 'Before it.' },
  })
  params = { courseId, lessonId: lesson.id }
  await page.goto(new URL(`/teach/${courseId}?lesson=${lesson.id}`, webUrl).href)
  await text().waitFor()
})
afterAll(() => close?.())

const text = () => page.getByRole('textbox', { name: 'Text of The kernel' })
const stored = async () => {
  const lesson = (await teach(routes.getLesson, { params })) as { text: string | ArticleDocument }
  return typeof lesson.text === 'string' ? [] : lesson.text.children
}

/** Pastes a picture that the page itself draws, as a screenshot comes. */
const paste = (width: number, height: number) =>
  text().evaluate(
    async (box, { width, height }) => {
      const canvas = new OffscreenCanvas(width, height)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('No canvas')
      context.fillStyle = '#1864ab'
      context.fillRect(0, 0, width, height)
      context.fillStyle = '#ffd43b'
      context.fillRect(width / 4, height / 4, width / 2, height / 2)
      const data = new DataTransfer()
      data.items.add(new File([await canvas.convertToBlob()], 'kernel.png', { type: 'image/png' }))
      box.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    { width, height },
  )

describe('a picture in an article', () => {
  it('is pasted, described while it is sent, and kept with the article', async () => {
    await text().click()
    await page.keyboard.press('Control+End')
    await paste(1_200, 800)
    const dialog = page.getByRole('dialog', { name: 'Image' })
    await dialog.getByLabel('What the image shows').fill('A square within a square')
    await dialog.getByLabel('Caption').fill('The *kernel* of a map')
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(stored, { timeout: 60_000 }).toMatchObject([
      { type: 'paragraph' },
      {
        ...{ type: 'figure', alt: 'A square within a square', decorative: false },
        ...{ width: 1_200, height: 800, widths: [480, 960, 1_200] },
        children: [{ value: 'The ' }, { type: 'emphasis' }, { value: ' of a map' }],
      },
    ])
    // A link that is half below the header has too little room, by axe, until somebody scrolls.
    await page.evaluate(() => scrollTo(0, 0))
    expect(await photograph(page, SCREENSHOTS, 'article-image')).toEqual([])
  })

  it('that was not sent is sent again, and nothing typed meanwhile is lost', async () => {
    await page.route('**/_files/**', (route) => route.abort())
    await text().getByText('Before it.').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('After it.')
    await page.keyboard.press('Enter')
    await paste(300, 200)
    const dialog = page.getByRole('dialog', { name: 'Image' })
    await dialog.getByLabel('It is decoration').check()
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await text().getByText('kernel.png was not uploaded.').waitFor()
    await expect.poll(async () => JSON.stringify(await stored())).toContain('After it.')
    await page.unroute('**/_files/**')
    await text().getByRole('button', { name: 'Try again' }).click()
    await expect
      .poll(async () => (await stored()).filter(({ type }) => type === 'figure'), {
        timeout: 60_000,
      })
      .toMatchObject([{ decorative: false }, { decorative: true, alt: '', width: 300 }])
  })

  it('is shown to learners in the size that fits, and to nobody else', async () => {
    const { accounts, webUrl } = lectern.endpoints
    await teach(routes.publishCourse, { params: { courseId: params.courseId } })
    const learner = apiAs(lectern.endpoints, accounts.learner)
    await learner(routes.enrol, { params: { courseId: params.courseId } })
    const reader = await openSignedIn(browser, { webUrl, account: accounts.learner })
    await reader.goto(new URL(`/learn/${params.courseId}/${params.lessonId}`, webUrl).href)
    const picture = reader.getByRole('img', { name: 'A square within a square' })
    await picture.waitFor()
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth > 0))
      .toBe(true)
    const shown = await picture.evaluate((image: HTMLImageElement) => image.currentSrc)
    expect(shown).toMatch(/\/member\/media\/[\w-]{22}\/fil_\w+\/v1\/\d+\.webp$/)
    expect(await reader.locator('figcaption em').innerText()).toBe('kernel')
    const answer = await reader.request.get(shown)
    expect(answer.headers()).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    const stranger = await browser.newContext()
    expect((await stranger.request.get(shown)).status()).toBe(403)
    expect(await photograph(reader, SCREENSHOTS, 'learn-image')).toEqual([])
  })
})
