import type { Page } from 'playwright-core'

export interface Visit {
  readonly webUrl: string
  readonly username: string
  readonly password: string
  /** The slug of a course whose first lesson is a video. */
  readonly course: string
}

/** Does a step under its name, as whoever reports steps wants it. */
type Execute = (name: string, step: () => Promise<void>) => Promise<unknown>

/** Far above every promise: what takes longer does not work. */
const PATIENCE_MS = 20_000
/** A step waits for two or three things. */
const STEP_MS = 55_000
/** What every lecture is encoded in; not every Chromium has it. */
const H264 = 'video/mp4; codecs="avc1.42E01E"'
/** So much of a video has moved when its first frames are there. */
const MOVED_SECONDS = 0.5

/**
 * Does what a learner does: signs in, finds their course, plays its first lecture; enrols when it comes for the first
 * time. The lecture is played from its start each time, so that it never ends.
 * @throws Error that names the step at which it stopped
 */
export async function visitAsLearner(
  page: Page,
  visit: Visit,
  execute: Execute = (_, step) => step(),
): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS)
  const steps: Readonly<Record<string, () => Promise<void>>> = {
    'open-the-site': () => openSite(page, visit),
    'sign-in': () => signIn(page, visit),
    'open-the-course': () => openCourse(page, visit),
    'find-it-in-my-courses': () => openFromMyCourses(page),
    'play-the-first-lecture': () => playFirstLecture(page),
  }
  for (const [name, step] of Object.entries(steps)) await execute(name, () => inTime(name, step))
}

async function inTime(name: string, step: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${STEP_MS} ms`)), STEP_MS)
  })
  try {
    await Promise.race([step(), late])
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The canary stopped at ${name}: ${why}`, { cause })
  } finally {
    clearTimeout(timer)
  }
}

const signInButton = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: 'Sign in', exact: true })

async function openSite(page: Page, { webUrl }: Visit): Promise<void> {
  await page.goto(webUrl)
  await signInButton(page).waitFor()
}

/** By the hosted form, which may ask for the password on a page of its own. */
async function signIn(page: Page, { username, password }: Visit): Promise<void> {
  await signInButton(page).click()
  const name = page.locator('input[name="username"]:visible').first()
  const secret = page.locator('input[name="password"]:visible').first()
  await name.fill(username)
  if (!(await secret.isVisible())) await name.press('Enter')
  await secret.fill(password)
  await secret.press('Enter')
  await page.getByRole('button', { name: 'Account' }).waitFor()
}

async function openCourse(page: Page, { webUrl, course }: Visit): Promise<void> {
  await page.goto(new URL(`/courses/${course}`, webUrl).href)
  await page.getByRole('button', { name: /^(Enrol|Start learning|Continue)$/ }).click()
  await page.waitForURL(/\/learn\/crs_/)
}

async function openFromMyCourses(page: Page): Promise<void> {
  const courseId = /crs_\w+/.exec(page.url())?.[0]
  await page.getByRole('link', { name: 'My courses' }).first().click()
  await page.waitForURL(/\/my$/)
  await page.locator(`main a[href="/learn/${courseId}"]`).click()
  await page.waitForURL(/\/learn\/crs_/)
}

async function playFirstLecture(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Course contents' }).getByRole('link').first().click()
  const video = page.locator('video')
  await video.waitFor()
  const stateOf = () =>
    video.evaluate((element, type) => {
      if (!(element instanceof HTMLVideoElement)) throw new Error('There is no video.')
      const { readyState, paused, currentTime } = element
      return { readyState, paused, currentTime, playable: element.canPlayType(type) !== '' }
    }, H264)
  type State = Awaited<ReturnType<typeof stateOf>>
  const until = async (holds: (state: State) => boolean, otherwise: string) => {
    for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
      if (holds(await stateOf())) return
      await page.waitForTimeout(100)
    }
    throw new Error(otherwise)
  }
  if (!(await stateOf()).playable) throw new Error('this browser has no H.264')
  await until(({ readyState }) => readyState > 0, 'the video does not load')
  await video.evaluate((element) => {
    if (element instanceof HTMLVideoElement) element.currentTime = 0
  })
  if ((await stateOf()).paused)
    await page.getByRole('button', { name: 'Play', exact: true }).first().click()
  const { currentTime } = await stateOf()
  await until(
    (state) => state.currentTime > currentTime + MOVED_SECONDS,
    'the picture stands still',
  )
}
