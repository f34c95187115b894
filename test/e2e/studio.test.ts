import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { photograph } from '#test/support/photograph'

const SCREENSHOTS = 'test-results/screens'
const MB = 1_000_000

let lectern: RunningLectern
let browser: Browser
let page: Page
let clips: string
let libraryUrl: string
const barriers: string[] = []

/** Three seconds of a test picture, with a tone beside it or silent. */
const makeClip = (name: string, tone: boolean) => {
  const path = join(clips, name)
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=426x240:rate=25:duration=3']
  const sound = tone ? ['-f', 'lavfi', '-i', 'sine=duration=3'] : []
  execFileSync('ffmpeg', ['-y', ...picture, ...sound, '-pix_fmt', 'yuv420p', path], {
    stdio: 'ignore',
  })
  return path
}

/** The same clip with an MP4 box that players skip, so that it takes several parts to send. */
const padded = (clip: string, name: string, bytes: number) => {
  const box = Buffer.alloc(bytes)
  box.writeUInt32BE(bytes, 0)
  box.write('free', 4)
  const path = join(clips, name)
  writeFileSync(path, Buffer.concat([readFileSync(clip), box]))
  return path
}

const readyRow = (name: string) => page.locator('tr[data-state="ready"]', { hasText: name })
const choose = (...paths: string[]) => page.getByLabel('Choose videos').setInputFiles(paths)

/** What costs little starts by itself; what is not known is asked for. */
const confirmIfAsked = async (sending: string) => {
  const confirm = page.getByRole('button', { name: /^Upload \d+ video/, disabled: false })
  const started = page.locator('[data-upload]', { hasText: sending })
  await confirm.or(started).first().waitFor()
  if (await confirm.isVisible()) await confirm.click()
  await started.first().waitFor()
}

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const dataDir = await makeDataDir()
  clips = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  browser = await launchBrowser({ playsUnasked: true })
  const { webUrl, accounts } = lectern.endpoints
  page = await openSignedIn(browser, { webUrl, account: accounts.author })
  // Leaving while something is sent asks; this one always leaves.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(new URL('/teach', webUrl).href)
  await page.getByRole('button', { name: 'New course' }).first().click()
  await page.getByLabel('Course title').fill('Linear algebra')
  await page.getByRole('button', { name: 'Create course' }).click()
  await page.waitForURL(/\/teach\/crs_/)
  libraryUrl = `${page.url()}/videos`
  await page.goto(libraryUrl)
})

afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

describe('a content team', () => {
  it('uploads lectures with their captions, and leaves out what is neither', async () => {
    await page.getByText('No videos yet').waitFor()
    const captions = join(clips, 'kernel.en.vtt')
    writeFileSync(captions, 'WEBVTT\n\n00:00.500 --> 00:02.000\nGood morning\n')
    const notes = join(clips, 'notes.pdf')
    writeFileSync(notes, 'not a video')
    await choose(makeClip('kernel.mp4', true), makeClip('silent.mp4', false), captions, notes)
    await page.getByText('notes.pdf').waitFor()
    await confirmIfAsked('kernel.mp4')
    await page.locator('[data-upload="sent"]', { hasText: 'kernel.en.vtt' }).waitFor()
    await readyRow('kernel.mp4').waitFor({ timeout: 60_000 })
    await readyRow('silent.mp4').waitFor({ timeout: 60_000 })
    const later = join(clips, 'kernel.es.srt')
    writeFileSync(later, '1\n00:00:00,500 --> 00:00:02,000\nBuenos días\n')
    await choose(later)
    await page.getByText('1 file goes to the video of the same name.').waitFor()
    await readyRow('kernel.mp4').getByText('captions en, es').waitFor()
    barriers.push(...(await photograph(page, SCREENSHOTS, 'library')))
  })

  it('goes on after a reload where an upload stopped, and sends no part twice', async () => {
    const path = padded(join(clips, 'kernel.mp4'), 'image.mp4', 40 * MB)
    const arrived: string[] = []
    page.on('response', (answer) => {
      const { pathname, searchParams } = new URL(answer.url())
      const part = pathname.endsWith('image.mp4') && searchParams.get('partNumber')
      if (part && answer.request().method() === 'PUT' && answer.ok()) arrived.push(part)
    })
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    const shape = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      })
    await shape(4 * MB)
    await choose(path)
    await confirmIfAsked('image.mp4')
    await expect.poll(() => arrived.length).toBeGreaterThan(0)
    await page.reload()
    await page.locator('[data-upload="needs-file"]', { hasText: 'image.mp4' }).waitFor()
    const before = arrived.length
    expect(before).toBeLessThan(5)
    await shape(-1)
    await page.getByLabel('Choose image.mp4 again').setInputFiles(path)
    await page.locator('[data-upload="sent"]', { hasText: 'image.mp4' }).waitFor()
    // Of a part that arrives while the page goes away nobody here hears, but S3 has it.
    expect(arrived.length).toBeGreaterThan(before)
    expect(new Set(arrived).size).toBe(arrived.length)
    await readyRow('image.mp4').waitFor({ timeout: 60_000 })
    expect(await readyRow('image.mp4').innerText()).toMatch(/40\.\d MB/)
  })

  it('writes captions beside the picture, and is told what is wrong with a file and where', async () => {
    await page.getByRole('link', { name: 'silent.mp4' }).click()
    await page.getByText('This video is silent and has no captions yet').waitFor()
    await page.getByRole('button', { name: 'Add captions' }).click()
    await page.getByLabel('Choose captions').setInputFiles({
      name: 'silent.es.vtt',
      mimeType: 'text/vtt',
      buffer: Buffer.from('WEBVTT\n\n00:01.000 --> 00:00.500\nHola\n'),
    })
    await page.getByRole('button', { name: 'Use silent.es.vtt' }).click()
    await page.getByText(/line 3: the cue ends before it starts/i).waitFor()
    await page.getByRole('button', { name: 'Mend it in the editor' }).click()
    await page.getByRole('button', { name: 'Go to the first' }).click()
    await page.getByText('It ends before it begins.').waitFor()
    barriers.push(...(await photograph(page, SCREENSHOTS, 'captions')))
    await page.getByLabel('To', { exact: true }).fill('1.9')
    await page.getByLabel('To', { exact: true }).press('Enter')
    await page.getByLabel('Words').press('Control+Enter')
    await page.getByLabel('Words').fill('Adiós')
    await page.getByLabel('Words').press('Control+s')
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    const cues = page.getByRole('list', { name: 'Captions' })
    await cues.getByText('Adiós').waitFor()
    expect(await cues.getByRole('listitem').count()).toBe(2)

    await page.getByRole('link', { name: 'silent.mp4' }).click()
    await page.getByRole('link', { name: 'Español' }).waitFor()
    barriers.push(...(await photograph(page, SCREENSHOTS, 'video')))
  })

  it('replaces a video from its own page, and says which version learners see', async () => {
    const path = padded(join(clips, 'kernel.mp4'), 'second take.mp4', MB)
    await page.getByLabel('Choose the new video').setInputFiles(path)
    await confirmIfAsked('second take.mp4')
    await page.getByText('Version 2 is what learners see.').waitFor({ timeout: 60_000 })
    // Captions belong to the video, not to one version of its picture.
    await page.getByRole('link', { name: 'Español' }).waitFor()
    await page.goto(libraryUrl)
    // It keeps its address, and with it its name.
    await readyRow('silent.mp4').waitFor()
    expect(await page.locator('tr', { hasText: 'second take.mp4' }).count()).toBe(0)
  })

  it('deletes a video by its name alone, with all that belongs to it', async () => {
    await page.goto(libraryUrl)
    await page.getByRole('link', { name: 'image.mp4' }).click()
    await page.getByRole('button', { name: 'Delete this video…' }).click()
    const confirm = page.getByRole('button', { name: 'Delete for good' })
    expect(await confirm.isDisabled()).toBe(true)
    await page.getByLabel('Type image.mp4 to confirm').fill('image.mp4')
    await confirm.click()
    await page.waitForURL(libraryUrl)
    await readyRow('kernel.mp4').waitFor()
    await expect.poll(() => page.locator('tr', { hasText: 'image.mp4' }).count()).toBe(0)
  })

  it('meets no barrier on these screens', () => {
    expect(barriers).toEqual([])
  })
})
