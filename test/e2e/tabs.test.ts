import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SiteConfig } from '#contract/platform/site-config'
import { routes } from '#contract/routes'
import { fillInSignIn, launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { apiAs } from '#test/support/taught-course'

let lectern: RunningLectern
let browser: Browser
let lesson: string

beforeAll(async () => {
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const { endpoints } = lectern
  const { author, learner } = endpoints.accounts
  const teach = apiAs(endpoints, author)
  const body = { slug: 'reading', title: 'Reading', summary: 'A test.' }
  const params = { courseId: (await teach(routes.createCourse, { body })).id }
  const module = await teach(routes.createModule, { params, body: { title: 'One' } })
  await teach(routes.createLesson, {
    params: { ...params, moduleId: module.id },
    body: { kind: 'article', title: 'What to remember', text: 'All of it.' },
  })
  await teach(routes.publishCourse, { params })
  await apiAs(endpoints, learner)(routes.enrol, { params })
  lesson = new URL(`/learn/${params.courseId}`, endpoints.webUrl).href
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const signIn = (name: 'learner' | 'author') =>
  openSignedIn(browser, {
    webUrl: lectern.endpoints.webUrl,
    account: lectern.endpoints.accounts[name],
  })

/** Another tab of the same browser, at the lesson. */
const openLesson = async (page: Page) => {
  const tab = await page.context().newPage()
  await tab.goto(lesson)
  await tab.getByText('All of it.').waitFor()
  return tab
}

const keptIn = (page: Page, prefix: string) =>
  page.evaluate(
    (start) => Object.entries(localStorage).filter(([key]) => key.startsWith(start)),
    prefix,
  )

const idOf = async (page: Page): Promise<string> => {
  const [[, text] = []] = await keptIn(page, 'oidc.user:')
  return JSON.parse(String(text)).profile.sub
}

/** Whether a sign-in that a browser kept brings new tokens still. */
const mayRenew = async (kept: string): Promise<boolean> => {
  const answer = await fetch(new URL('/config.json', lectern.endpoints.webUrl))
  const { loginUrl, clientId } = SiteConfig.parse(await answer.json())
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: JSON.parse(kept).refresh_token,
  })
  return (await fetch(`${loginUrl}/oauth2/token`, { method: 'POST', body })).ok
}

/** Who a request says that it comes from. */
const senderOf = (request: Request) => {
  const [, claims] = (request.headers().authorization ?? '').split('.')
  return claims && JSON.parse(Buffer.from(claims, 'base64url').toString()).email
}

describe('signing in', () => {
  it('again, by going back to the form, is no failure', async () => {
    const account = lectern.endpoints.accounts.learner
    const page = await (await browser.newContext()).newPage()
    await page.goto(lesson)
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await fillInSignIn(page, account)
    await page.getByText('All of it.').waitFor()
    await page.goBack()
    // Past the lesson's own steps, to the form.
    if (page.url().startsWith(lesson)) await page.goBack()
    await fillInSignIn(page, account)
    await page.getByText('All of it.').waitFor()
    expect(page.url()).toContain(lesson)
    await page.context().close()
  })
})

describe('the tabs of a browser', () => {
  it('sign out together, and the others write no more', async () => {
    const page = await signIn('learner')
    const other = await openLesson(page)
    const signed: Request[] = []
    const [[, kept] = []] = await keptIn(page, 'oidc.user:')
    expect(await mayRenew(String(kept))).toBe(true)
    await page.getByRole('button', { name: 'Account' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await other.getByText('Sign in to go on').waitFor()
    other.on('request', (request) => senderOf(request) && signed.push(request))
    await page.getByRole('banner').getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await other.bringToFront()
    await other.evaluate(() => dispatchEvent(new Event('online')))
    await other.getByRole('button', { name: 'Sign in', exact: true }).first().waitFor()
    expect(signed).toEqual([])
    expect(await keptIn(other, 'oidc.user:')).toEqual([])
    // Nor is what somebody may have copied of it worth anything.
    await expect.poll(() => mayRenew(String(kept))).toBe(false)
    await page.context().close()
  })

  it('follow whoever signs in, and send nobody’s place as another’s', async () => {
    const { author, learner } = lectern.endpoints.accounts
    const teacher = await signIn('author')
    const teachers = await keptIn(teacher, 'oidc.user:')
    await teacher.context().close()

    const page = await signIn('learner')
    const learners = await keptIn(page, 'oidc.user:')
    const learnerId = await idOf(page)
    const keptOfLearner = async () => (await keptIn(page, `lectern.beats.${learnerId}`)).length
    await page.context().route(/\/progress$/, (route) => route.abort())
    const other = await openLesson(page)
    await expect.poll(keptOfLearner).toBe(1)
    const sent: string[] = []
    const ages: number[] = []
    page.context().on('request', (request) => {
      if (!request.url().endsWith('/progress')) return
      const { at, sentAt } = request.postDataJSON()
      sent.push(senderOf(request))
      ages.push(Date.parse(sentAt) - Date.parse(at))
    })
    await page.context().unroute(/\/progress$/)
    const become = (kept: typeof teachers) =>
      page.evaluate((entries) => {
        for (const [key, value] of entries) localStorage.setItem(key, String(value))
      }, kept)

    await become(teachers)
    await other.getByRole('button', { name: 'Account' }).click()
    await other.getByText(author.username).waitFor()
    await other.evaluate(() => dispatchEvent(new Event('online')))
    await other.getByText('All of it.').waitFor()
    expect(sent).not.toContain(learner.username)
    expect(await keptOfLearner()).toBe(1)

    sent.length = 0
    await become(learners)
    await expect.poll(() => [...new Set(sent)]).toEqual([learner.username])
    // The beat that was kept says how old it is.
    expect(Math.max(...ages)).toBeGreaterThan(500)
    await page.context().close()
  })
})
