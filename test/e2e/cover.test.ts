import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'
import type { RunningLectern } from '#test/support/lectern'
import { photograph } from '#test/support/photograph'
import { openTeachingSite, type TeachingSite } from '#test/support/teaching-site'

const SCREENSHOTS = 'test-results/screens'
/** A picture is made while others compile. */
const SLOW = { timeout: 60_000 }

let lectern: RunningLectern
let browser: Browser
let page: Page
let teach: ApiClient
let close: TeachingSite['close'] | undefined
let courseId: CourseId

beforeAll(async () => {
  ;({ lectern, browser, page, teach, close } = await openTeachingSite())
  const { webUrl } = lectern.endpoints
  const body = { slug: 'rivers', title: 'Rivers', summary: 'From spring to delta.' }
  courseId = (await teach(routes.createCourse, { body })).id
  const params = { courseId }
  const { id: moduleId } = await teach(routes.createModule, { params, body: { title: 'One' } })
  await teach(routes.createLesson, {
    params: { ...params, moduleId },
    body: { kind: 'article', title: 'Springs', text: 'Water.' },
  })
  await page.goto(new URL(`/teach/${courseId}/settings`, webUrl).href)
  await section().waitFor()
})
afterAll(() => close?.())

const section = () => page.getByRole('region', { name: 'Cover' })
const frame = () => section().getByRole('slider', { name: 'The part that shows' })
const stored = async () => (await teach(routes.getDraft, { params: { courseId } })).course.cover

/** A square picture, half sky and half water, as a camera's file. */
const drawn = async (): Promise<Buffer> => {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1_200
    const context = canvas.getContext('2d')
    if (!context) throw new Error('No canvas')
    context.fillStyle = '#a5d8ff'
    context.fillRect(0, 0, 1_200, 600)
    context.fillStyle = '#0b7285'
    context.fillRect(0, 600, 1_200, 600)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  return Buffer.from(base64, 'base64')
}

describe('a course’s cover', () => {
  it('is a picture that its teacher uploads, of which they choose the part that shows', async () => {
    const file = { name: 'river.jpg', mimeType: 'image/jpeg', buffer: await drawn() }
    await section().getByLabel('Choose a picture').setInputFiles(file)
    await frame().waitFor(SLOW)
    expect(await stored()).toMatchObject({ focus: 50, width: 1_200, widths: [480, 960, 1_200] })
    await frame().focus()
    const moveAgain = async (save: Route) => {
      await page.keyboard.press('ArrowUp')
      await save.continue()
    }
    await page.route(`**/teaching/courses/${courseId}`, moveAgain, { times: 1 })
    await page.keyboard.press('End')
    await expect.poll(async () => (await stored())?.focus).toBe(98)
    expect(await frame().getAttribute('aria-valuenow')).toBe('98')
    await page.evaluate(() => scrollTo(0, 0))
    expect(await photograph(page, SCREENSHOTS, 'course-cover')).toEqual([])
  })

  it('is replaced by one that is dropped on it, or pasted', async () => {
    const given = (how: 'drop' | 'paste', name: string) =>
      section()
        .getByRole('group', { name: 'Cover' })
        .evaluate(
          (place, { event, name, base64 }) => {
            const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
            const data = new DataTransfer()
            data.items.add(new File([bytes], name, { type: 'image/jpeg' }))
            const how = { bubbles: true, cancelable: true }
            return place.dispatchEvent(
              event === 'drop'
                ? new DragEvent('drop', { ...how, dataTransfer: data })
                : new ClipboardEvent('paste', { ...how, clipboardData: data }),
            )
          },
          { event: how, name, base64: picture.toString('base64') },
        )
    const picture = await drawn()
    for (const how of ['drop', 'paste'] as const) {
      const before = (await stored())?.fileId
      // Taken: the browser does nothing of its own with it.
      expect(await given(how, `${how}.jpg`)).toBe(false)
      await expect.poll(async () => (await stored())?.fileId).not.toBe(before)
      expect(await stored()).toMatchObject({ focus: 50, width: 1_200 })
    }
    await frame().focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await stored())?.focus).toBe(98)
  })

  it('comes back when it was removed by mistake', async () => {
    await section().getByRole('button', { name: 'Remove it' }).click()
    await section().getByText('The picture was removed.').waitFor()
    expect(await stored()).toBeNull()
    await page.keyboard.press('Enter')
    await frame().waitFor()
    expect(await stored()).toMatchObject({ focus: 98 })
  })

  it('that is no picture says so, and changes nothing', async () => {
    const file = { name: 'river.txt', mimeType: 'text/plain', buffer: Buffer.from('water') }
    await section().getByLabel('Choose a picture').setInputFiles(file)
    await section().getByRole('alert').getByText('This is no picture.').waitFor()
    expect(await stored()).toMatchObject({ focus: 98 })
  })

  it('is shown to visitors by the public pages, and by others who show a link', async () => {
    const { webUrl } = lectern.endpoints
    await teach(routes.publishCourse, { params: { courseId } })
    const visitor = await (await browser.newContext()).newPage()
    await visitor.goto(new URL('/courses/rivers', webUrl).href)
    const cover = visitor.locator('main picture img')
    await expect
      .poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    const seen = await cover.evaluate((image: HTMLImageElement) => ({
      source: image.currentSrc,
      place: getComputedStyle(image).objectPosition,
      shape: image.clientWidth / image.clientHeight,
    }))
    expect(seen).toMatchObject({ place: '98% 98%', shape: expect.closeTo(16 / 9, 1) })
    expect(seen.source).toMatch(/\/previews\/crs_\w+\/1\/media\/[\w-]{22}\/fil_\w+\/v1\/\d+\.webp$/)

    const told = await visitor.locator('meta[property="og:image"]').getAttribute('content')
    const picture = await fetch(new URL(new URL(`${told}`).pathname, webUrl))
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect(picture.headers.get('cache-control')).toContain('immutable')

    // Somebody looked before the course was there, and the edge may not have forgotten yet.
    const listed = visitor.getByRole('link', { name: 'Rivers' }).locator('picture img')
    const look = async () => {
      await visitor.goto(webUrl)
      return listed.count()
    }
    await expect.poll(look, { timeout: 100_000, interval: 2_000 }).toBe(1)
  })

  it('opens nothing else of the course’s media', async () => {
    const { webUrl } = lectern.endpoints
    const cover = await stored()
    const fetched = async (path: string) => (await fetch(new URL(path, webUrl))).status
    const path = `${cover?.folder}v1/480.jpg`
    expect(await fetched(path)).toBe(200)
    const other = path.replace(/fil_\w+/, 'fil_01ARZ3NDEKTSV4RRFFQ69G5FAV')
    expect(await fetched(other)).toBe(403)
    expect(await fetched(`/content/${courseId}/media/${cover?.fileId}/v1/480.jpg`)).toBe(403)
  })
})
