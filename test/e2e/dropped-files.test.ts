import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'
import { openSignedIn } from '#test/support/browser'
import { makeDataDir, type RunningLectern } from '#test/support/lectern'
import { makePdf, numberedPages } from '#test/support/make-pdf'
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'
import { openTeachingSite, type TeachingSite } from '#test/support/teaching-site'

const SCREENSHOTS = 'test-results/screens'

let lectern: RunningLectern
let browser: Browser
let page: Page
let teach: ApiClient
let close: TeachingSite['close'] | undefined
let courseId: CourseId
let clip: Buffer

const tree = () => page.getByRole('treegrid')
const row = (title: string) => tree().getByRole('row', { name: new RegExp(`^${title}\\b`) })
const stored = async () => {
  const { modules } = await teach(routes.getDraft, { params: { courseId } })
  return modules
}
const titles = async () =>
  (await stored()).flatMap(({ title, lessons }) => [title, ...lessons.map((one) => one.title)])

interface Dropped {
  readonly name: string
  readonly type?: string
  readonly bytes: Buffer
}
/** As a browser drops files of the desk. */
const transferOf = (files: readonly Dropped[]) =>
  page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer()
      for (const { name, type, text } of all) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type }))
      }
      return transfer
    },
    files.map(({ name, type = '', bytes }) => ({ name, type, text: bytes.toString('base64') })),
  )

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const clips = await makeDataDir()
  const path = join(clips, 'clip.mp4')
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=426x240:rate=25:duration=3']
  const sound = ['-f', 'lavfi', '-i', 'sine=duration=3']
  execFileSync('ffmpeg', ['-y', ...picture, ...sound, '-pix_fmt', 'yuv420p', path], {
    stdio: 'ignore',
  })
  clip = readFileSync(path)
  ;({ lectern, browser, page, teach, close } = await openTeachingSite({ playsUnasked: true }))
  const { webUrl } = lectern.endpoints
  const body = { slug: 'dropped', title: 'Dropped', summary: 'A test.' }
  courseId = (await teach(routes.createCourse, { body })).id
  // Leaving while something is sent asks; this one always leaves.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(new URL(`/teach/${courseId}`, webUrl).href)
})
afterAll(() => close?.())

describe('files that come to a course’s tree', () => {
  it('become lessons of a first module, each of its kind, by the picker and the keyboard alone', async () => {
    const button = page.getByRole('button', { name: 'Add files…' })
    await button.focus()
    const chooser = page.waitForEvent('filechooser')
    await button.press('Enter')
    await (await chooser).setFiles([
      { name: '1 Leaf.pdf', mimeType: 'application/pdf', buffer: makePdf(numberedPages(2)) },
      { name: '2 Motion.mp4', mimeType: 'video/mp4', buffer: clip },
      { name: '3 Data.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') },
    ])
    await expect.poll(titles).toEqual(['First module', '1 Leaf', '2 Motion', '3 Data'])
    await expect
      .poll(async () => (await stored()).flatMap(({ lessons }) => lessons.map(filled)), {
        timeout: 60_000,
      })
      .toEqual(['file', 'video', 'file'])
    // In the tray beside each other, and in the lesson without being looked at again.
    for (const name of ['1 Leaf.pdf', '2 Motion.mp4', '3 Data.csv'])
      await page.locator('[data-upload="sent"]', { hasText: name }).waitFor()
    await row('2 Motion').getByRole('link').click()
    await page
      .getByRole('region', { name: '2 Motion', exact: true })
      .getByText('2 Motion.mp4')
      .waitFor()
  }, 120_000)

  it('go where they are dropped, which is shown while they are held', async () => {
    const files = await transferOf([
      { name: 'Between.pdf', bytes: makePdf(numberedPages(1)) },
      { name: 'Run me.exe', bytes: Buffer.from('MZ') },
    ])
    const over = row('2 Motion')
    const { x = 0, y = 0 } = (await over.boundingBox()) ?? {}
    const held = { dataTransfer: files, clientX: x + 40, clientY: y + 4 }
    await page.locator('body').dispatchEvent('dragenter', held)
    await over.dispatchEvent('dragover', held)
    await page.getByText('Drop files here: each becomes a lesson').waitFor()
    expect(await over.getAttribute('data-drop')).toBe('upper')
    expect(await photograph(page, SCREENSHOTS, 'files-held')).toEqual([])
    const again = (await over.boundingBox()) ?? { x: 0, y: 0 }
    await over.dispatchEvent('drop', { ...held, clientX: again.x + 40, clientY: again.y + 4 })
    await expect.poll(titles).toEqual(['First module', '1 Leaf', 'Between', '2 Motion', '3 Data'])
    await page.getByRole('alert').getByText('Run me.exe').waitFor()
    await page.getByText('Drop files here: each becomes a lesson').waitFor({ state: 'hidden' })
    expect(await photograph(page, SCREENSHOTS, 'files-dropped')).toEqual([])
  }, 120_000)
})

describe('a video of the library in an article', () => {
  it('is inserted by the slash, published, and played where it stands', async () => {
    const { webUrl, accounts } = lectern.endpoints
    const [module] = await stored()
    const lesson = await teach(routes.createLesson, {
      params: { courseId, moduleId: module?.id ?? `mod_${'0'.repeat(26)}` },
      body: { kind: 'article', title: 'Waves', text: 'What a wave is.' },
    })
    await page.goto(new URL(`/teach/${courseId}?lesson=${lesson.id}`, webUrl).href)
    const text = page.getByRole('textbox', { name: 'Text of Waves' })
    await text.waitFor()
    await text.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/vid')
    await page.getByRole('option', { name: 'Video' }).waitFor()
    await page.keyboard.press('Enter')
    await page
      .getByRole('option', { name: /2 Motion\.mp4/ })
      .filter({ hasText: 'Ready' })
      .click({
        timeout: 60_000,
      })
    const film = text.locator('figure')
    await film.getByText('2 Motion.mp4').waitFor()
    await film.getByRole('button', { name: 'Caption' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('A wave, from *left* to right')
    await page.getByRole('button', { name: 'Apply' }).click()
    await film.getByText('A wave, from left to right').waitFor()
    await page.getByText('All changes are saved.').waitFor()
    await expect
      .poll(async () => JSON.stringify(await stored()))
      .toMatch(/"type":"video","assetId":"ast_\w+","children":\[\{/)
    expect(await photograph(page, SCREENSHOTS, 'article-video-edited')).toEqual([])

    await page.goto(new URL(`/teach/${courseId}`, webUrl).href)
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('shows 1 video without captions').waitFor()
    await page.getByRole('button', { name: 'Publish now' }).click()
    await page.getByText('Published. Learners see this version now.').waitFor()

    const learner = await openSignedIn(browser, { webUrl, account: accounts.learner })
    await apiAs(lectern.endpoints, accounts.learner)(routes.enrol, { params: { courseId } })
    await learner.goto(new URL(`/learn/${courseId}/${lesson.id}`, webUrl).href)
    const play = learner.getByRole('button', { name: 'Play 2 Motion, 3 sec' })
    await play.waitFor()
    expect(await learner.locator('video').count()).toBe(0)
    expect(await photograph(learner, SCREENSHOTS, 'article-video')).toEqual([])
    const caption = learner.getByText('A wave, from left to right')
    const before = await caption.boundingBox()
    await play.click()
    await expect
      .poll(
        () =>
          learner
            .locator('video')
            .evaluateAll((all) =>
              all.map((one) => one instanceof HTMLVideoElement && one.currentTime > 0.2),
            ),
        { timeout: 30_000 },
      )
      .toEqual([true])
    // The player stands where the poster stood.
    expect((await caption.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
    expect(await photograph(learner, SCREENSHOTS, 'article-video-played')).toEqual([])
    await learner.close()
  }, 180_000)
})

const filled = (lesson: Awaited<ReturnType<typeof stored>>[number]['lessons'][number]) => {
  if (lesson.kind === 'file') return lesson.fileId && lesson.kind
  return lesson.kind === 'video' ? lesson.assetId && lesson.kind : lesson.kind
}
