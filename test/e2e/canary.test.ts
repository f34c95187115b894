import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitAsLearner } from '#functions/canary/visit-as-learner'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { makeClip, teachCourse } from '#test/support/taught-course'

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:06.000\nA cache keeps a copy.\n'

let lectern: RunningLectern
let browser: Browser

beforeAll(async () => {
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const clip = join(dataDir, 'clip.mp4')
  makeClip(clip, 20)
  await teachCourse(lectern.endpoints, { slug: 'film', clip, captions: CAPTIONS })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

/** The steps that it came through, and what it stopped with. */
async function visit(options: { withoutMedia?: boolean; password?: string } = {}) {
  const { webUrl, accounts } = lectern.endpoints
  const page = await (await browser.newContext()).newPage()
  if (options.withoutMedia)
    await page.route(/\.(m4s|mp4|m3u8|mpd)(\?|$)/, (route) => route.fulfill({ status: 404 }))
  const came: string[] = []
  const stopped = await visitAsLearner(
    page,
    { webUrl, ...accounts.learner, course: 'film', ...options },
    async (name, step) => {
      await step()
      came.push(name)
    },
  ).then(
    () => null,
    (error: Error) => error.message,
  )
  await page.context().close()
  return { came, stopped }
}

const BEFORE_PLAYING = ['open-the-site', 'sign-in', 'open-the-course', 'find-it-in-my-courses']

describe('the canary', () => {
  it('signs in, enrols and plays; and does so again, enrolled', async () => {
    const well = { came: [...BEFORE_PLAYING, 'play-the-first-lecture'], stopped: null }
    expect(await visit()).toEqual(well)
    expect(await visit()).toEqual(well)
  })

  it('says that playing fails where no media come', async () => {
    const { came, stopped } = await visit({ withoutMedia: true })
    expect(came).toEqual(BEFORE_PLAYING)
    expect(stopped).toBe('The canary stopped at play-the-first-lecture: the video does not load')
  })

  it('says that it could not sign in', async () => {
    const { came, stopped } = await visit({ password: 'another-Password-1' })
    expect(came).toEqual(['open-the-site'])
    expect(stopped).toMatch(/^The canary stopped at sign-in: /)
  })
})

describe('a learner', () => {
  it('who leaves a course before it is there is not called back to it', async () => {
    const { webUrl, accounts } = lectern.endpoints
    const page = await openSignedIn(browser, { webUrl, account: accounts.learner })
    const hold = async (files: string) => {
      const held = Promise.withResolvers<void>()
      await page.route(files, async (route) => {
        await held.promise
        await route.continue()
      })
      return held
    }
    const outline = await hold('**/outline.json')
    const myPage = await hold('**/assets/my-page-*.js')
    await page.goto(new URL('/courses/film', webUrl).href)
    await page.getByRole('button', { name: /^(Enrol|Start learning|Continue)$/ }).click()
    await page.waitForURL('**/learn/*')
    await page.getByRole('heading', { name: 'Sound and picture' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'My courses' }).first().click()
    const came = page.waitForResponse('**/outline.json')
    outline.resolve()
    await came
    await page.waitForTimeout(500)
    myPage.resolve()
    await page.getByRole('heading', { name: 'My courses' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/my')
    await page.context().close()
  })
})
