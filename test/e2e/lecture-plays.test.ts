import { execFileSync } from 'node:child_process'
import { createReadStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  type Account,
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { photograph as takePictures } from '#test/support/photograph'

const CLIP = 'local/demo/course/01-distance/01-why-a-second-visit-is-faster.mp4'
const SCREENSHOTS = 'test-results/screens'

let port: number
let dataDir: string
let lectern: RunningLectern
let browser: Browser

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  port = await findFreePorts()
  dataDir = await makeDataDir()
  lectern = await startLectern({ port, dataDir, args: ['--no-demo'] })
  browser = await launchBrowser({ playsUnasked: true })
})

afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const openAs = async (account: Account, path: string): Promise<Page> => {
  const { webUrl } = lectern.endpoints
  const page = await openSignedIn(browser, { webUrl, account })
  await page.goto(new URL(path, webUrl).href)
  return page
}

const play = (page: Page) =>
  page.locator('video').evaluate((video) => {
    if (!(video instanceof HTMLVideoElement)) return
    video.muted = true
    return video.play()
  })

const barriers: string[] = []
const photograph = async (page: Page, name: string) => {
  barriers.push(...(await takePictures(page, SCREENSHOTS, name)))
}

const videoTime = (page: Page) =>
  page
    .locator('video')
    .evaluate((video) => (video instanceof HTMLVideoElement ? video.currentTime : -1))
const videoHeight = (page: Page) =>
  page
    .locator('video')
    .evaluate((video) => (video instanceof HTMLVideoElement ? video.videoHeight : -1))

const putLecture = (key: string, body: ReturnType<typeof createReadStream> | string) => {
  const { s3Endpoint, region, accessKeyId, secretAccessKey, ingestBucket } = lectern.endpoints
  const client = new S3Client({
    endpoint: s3Endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
  })
  return new Upload({ client, params: { Bucket: ingestBucket, Key: key, Body: body } }).done()
}

describe('a lecture put into S3', () => {
  it('is encoded, published by its author and played by an enrolled learner', async () => {
    const author = await openAs(lectern.endpoints.accounts.author, '/teach')
    await author.getByRole('button', { name: 'New course' }).first().click()
    await author.getByLabel('Course title').fill('Linear algebra')
    await author.getByRole('button', { name: 'Create course' }).click()
    await author.waitForURL(/\/teach\/crs_/)
    const courseId = /crs_\w+/.exec(author.url())?.[0] ?? ''

    await putLecture('linear-algebra/kernel.mp4', createReadStream(CLIP))
    await putLecture('linear-algebra/notes.mp4', 'This is a text, not a video.')
    await author.locator('li[data-state="rejected"]').waitFor({ timeout: 60_000 })
    expect(await author.locator('li[data-state="rejected"]').innerText()).toMatch(/not a video/i)
    await photograph(author, 'editor-transcoding')

    await author.getByLabel('New module title').fill('Linear maps')
    await author.getByRole('button', { name: 'Add module' }).click()
    const adding = author.getByRole('form', { name: 'Add lesson to Linear maps' })
    await adding.getByLabel('New lesson title').fill('The kernel')
    await adding.getByRole('button', { name: 'Add lesson' }).click()
    const lesson = author.getByRole('region', { name: 'The kernel' })
    const choice = lesson.getByRole('button', { name: /^Video for The kernel/ })
    await choice.waitFor()

    await author.locator('li[data-state="ready"]').waitFor({ timeout: 300_000 })
    await choice.click()
    await author.getByRole('option', { name: /kernel\.mp4.*Ready/ }).click()
    await lesson.getByText('kernel.mp4').waitFor()
    await author.getByRole('link', { name: /^Linear algebra/ }).click()
    const publish = author.getByRole('button', { name: 'Publish', exact: true })
    await publish.click()
    await author.getByRole('button', { name: 'Publish now' }).click()
    await author.getByText('Learners see this version now').waitFor()
    await photograph(author, 'editor-published')

    const learner = await openAs(lectern.endpoints.accounts.learner, '/')
    // The gateway answers the catalogue from its cache for a minute, as the contract says.
    const card = learner.getByRole('link', { name: /Linear algebra/ }).first()
    const isThere = async () => {
      await learner.reload({ waitUntil: 'networkidle' })
      return card.isVisible()
    }
    await expect.poll(isThere, { timeout: 150_000, interval: 3000 }).toBe(true)
    await photograph(learner, 'catalogue')
    await card.click()
    await learner.getByRole('button', { name: 'Enrol', exact: true }).waitFor()
    await photograph(learner, 'course')
    await learner.getByRole('button', { name: 'Enrol', exact: true }).click()
    await learner.waitForURL(/\/learn\/crs_\w+\/les_/)
    await learner.locator('video').waitFor()
    await play(learner)
    await expect.poll(() => videoTime(learner)).toBeGreaterThan(2)
    await photograph(learner, 'learning')
    await learner.keyboard.press('Control+k')
    await learner.getByRole('combobox', { name: 'Search' }).fill('kernel')
    await learner.getByRole('option', { name: 'The kernel', selected: true }).waitFor()
    await photograph(learner, 'palette')
    await learner.keyboard.press('Escape')

    for (const height of [1080, 240]) {
      // The controls sleep until the pointer moves.
      await learner.mouse.move(600, 300 + height / 100)
      await learner.getByRole('button', { name: 'Settings' }).click()
      await learner.getByRole('menuitem', { name: /^Quality/ }).click()
      await learner.getByRole('menuitemradio', { name: `${height}p` }).click()
      await expect.poll(() => videoHeight(learner)).toBe(height)
    }

    await learner.locator('video').evaluate((video) => {
      if (video instanceof HTMLVideoElement) video.currentTime = 30
    })
    await expect.poll(() => videoTime(learner)).toBeGreaterThan(30)
    await learner.goto(`${lectern.endpoints.webUrl}/my`)
    await learner.getByText('Linear algebra').first().waitFor()
    await photograph(learner, 'my-courses')

    const another = await openAs(lectern.endpoints.accounts.learner, `/learn/${courseId}`)
    await another.locator('video').waitFor()
    await expect.poll(() => videoTime(another)).toBeGreaterThan(25)

    const media = `${lectern.endpoints.webUrl}/content/${courseId}/1/member/outline.json`
    expect((await fetch(media)).status).toBe(403)
    expect(barriers).toEqual([])
  }, 540_000)

  it('may come from the web client too, in parts straight to S3', async () => {
    const clip = join(dataDir, 'browser.mp4')
    const picture = 'testsrc=size=426x240:rate=25:duration=3'
    execFileSync('ffmpeg', ['-y', '-f', 'lavfi', '-i', picture, '-pix_fmt', 'yuv420p', clip], {
      stdio: 'ignore',
    })
    const author = await openAs(lectern.endpoints.accounts.author, '/teach')
    await author
      .getByRole('link', { name: /Linear algebra/ })
      .first()
      .click()
    await author.getByLabel('Choose videos').setInputFiles(clip)
    const row = author.locator('li[data-state="ready"]', { hasText: 'browser.mp4' })
    await row.waitFor({ timeout: 90_000 })
  })

  it('is still there after Ctrl-C and another start', async () => {
    expect(await lectern.stop()).toBe(0)
    lectern = await startLectern({ port, dataDir, args: ['--no-demo'] })
    const answer = await fetch(`${lectern.endpoints.apiUrl}/courses`)
    expect(await answer.json()).toMatchObject({ items: [{ slug: 'linear-algebra' }] })
  })
})
