import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { photograph } from '#test/support/photograph'
import { answerReports, sampleReports } from '#test/support/report-answers'
import { apiAs } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/reports'

let lectern: RunningLectern
let browser: Browser
let courseId: CourseId
let isEmpty = false
const barriers: string[] = []

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  lectern = await startLectern({ port: await findFreePorts(), dataDir: await makeDataDir() })
  const { items } = await apiAs(lectern.endpoints, lectern.endpoints.accounts.author)(
    routes.listDrafts,
    { query: { limit: 1 } },
  )
  const [course] = items
  if (!course) throw new Error('There is no demo course')
  courseId = course.id
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

async function open(who: 'author' | 'admin' | 'learner', path: string): Promise<Page> {
  const { webUrl, accounts } = lectern.endpoints
  const page = await openSignedIn(browser, { webUrl, account: accounts[who] })
  await answerReports(page, () => sampleReports(courseId, { isEmpty }))
  await page.goto(new URL(path, webUrl).href)
  return page
}

async function fileOf(page: Page, report: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download as CSV: ${report}` }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

describe('A teacher', () => {
  it('sees who learns, where they stop and how a video is watched, without barriers', async () => {
    const page = await open('author', `/teach/${courseId}/reports`)
    await page.getByText('9 people were active').waitFor()
    await page.getByText(/^As of /).waitFor()
    await page.getByText('5 people who started it have not started the next lesson').waitFor()
    const replayed = page.getByRole('heading', { name: 'Most replayed' }).locator('..')
    expect(await replayed.getByRole('listitem').allInnerTexts()).toEqual(['0:30–0:40 2 times each'])
    const skipped = page.getByRole('heading', { name: 'Most skipped' }).locator('..')
    expect(await skipped.getByRole('listitem').allInnerTexts()).toEqual([
      '0:20–0:30 50% jump over it',
    ])
    barriers.push(...(await photograph(page, SCREENSHOTS, 'course')))
    expect(barriers).toEqual([])
    await page.context().close()
  })

  it('goes along a chart by keys, and hears each place', async () => {
    const page = await open('author', `/teach/${courseId}/reports?days=7`)
    const chart = page.getByRole('slider', { name: 'Learners, day by day' })
    await chart.focus()
    const said = () => chart.getAttribute('aria-valuetext')
    await page.keyboard.press('Home')
    expect(await said()).toMatch(/: Active 3, Newly enrolled 1, Completed the course 0$/)
    await page.keyboard.press('ArrowRight')
    expect(await said()).toMatch(/: Active 4,/)
    expect(await chart.getAttribute('aria-valuenow')).toBe('2')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    expect(await chart.getAttribute('aria-valuenow')).toBe('7')
    await page.context().close()
  })

  it('chooses the days, which the address keeps', async () => {
    const page = await open('author', `/teach/${courseId}/reports`)
    await page.getByLabel('Days').selectOption('Last 7 days')
    await page.waitForURL(/\?days=7$/)
    await page.locator('summary', { hasText: 'Show as a table' }).first().click()
    const table = page.getByRole('region', { name: 'Learners over time' }).getByRole('rowheader')
    await expect.poll(() => table.count()).toBe(7)
    await page.getByLabel('Days').selectOption('From one day to another')
    await page.getByLabel('First day').fill('2026-11-01')
    await page.getByLabel('Last day').fill('2026-11-03')
    await page.waitForURL(/from=2026-11-01&to=2026-11-03/)
    await page.reload()
    expect(await page.getByLabel('First day').inputValue()).toBe('2026-11-01')
    await page.context().close()
  })

  it('takes each report along as a file, whole and harmless', async () => {
    const page = await open('author', `/teach/${courseId}/reports`)
    await page.getByText('2 people began the course').waitFor()
    expect(await fileOf(page, 'The way through the course')).toBe(
      [
        '\uFEFFLesson,Module,Started,Completed,Minutes',
        'The clip,One,9,8,90',
        `"'=Sum, of ""all""",One,8,7,80`,
        'End,One,3,2,30',
        '',
      ].join('\r\n'),
    )
    // The page has the first of two alone.
    expect(await fileOf(page, 'Who has stopped')).toMatch(
      /\r\nAna,.*\r\nBen,2026-10-01,Two,2,20\r\n$/,
    )
    await page.context().close()
  })

  it('reads what will be here while nothing is recorded, and what to do without a network', async () => {
    isEmpty = true
    const page = await open('author', `/teach/${courseId}/reports`)
    await page.getByRole('heading', { name: 'Nothing recorded in these days' }).waitFor()
    barriers.push(...(await photograph(page, SCREENSHOTS, 'empty')))
    isEmpty = false
    await page.context().setOffline(true)
    await page.getByText(/^You are offline\. As of/).waitFor()
    await page.getByLabel('Days').selectOption('Last 90 days')
    await page.context().setOffline(false)
    await page.getByText('9 people were active').waitFor()
    expect(barriers).toEqual([])
    await page.context().close()
  })

  it('is told what is not theirs to see, and comes back', async () => {
    const page = await open('author', '/teach')
    const error = { code: 'not_found', message: 'There is none.', requestId: 'r' }
    await page.route(/\/api\/.*from=/, (route) => route.fulfill({ status: 404, json: { error } }), {
      times: 1,
    })
    await page.getByRole('link', { name: 'Reports', exact: true }).first().click()
    await page.getByRole('heading', { name: 'There are no reports here' }).waitFor()
    await page.reload()
    await page.getByText('9 people were active').waitFor()
    await page.context().close()
  })
})

it('An administrator sees the site’s learners and what each course costs', async () => {
  const page = await open('admin', '/admin/reports')
  await page.getByText('9 people learned here in the last 30 days, 5 of them').waitFor()
  const row = page.getByRole('region', { name: 'Courses by use' }).getByRole('row').nth(1)
  expect(await row.innerText()).toMatch(/How caching works\s+9\s+4\s+1\s+2 hrs?\s+2.0 GB\s+\$1.50/)
  barriers.push(...(await photograph(page, SCREENSHOTS, 'site')))
  expect(barriers).toEqual([])
  expect(await fileOf(page, 'Courses by use')).toContain(
    '\r\nHow caching works,9,4,1,120,2000000000,1.5,0.25\r\n',
  )
  // The last of thirty days is not kept.
  await page
    .getByText('95% of requests are to be answered within 500 ms. Kept on 29 of 30 days')
    .waitFor()
  const chart = page.getByRole('slider', { name: 'How soon videos start, day by day' })
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/: Measured 3 sec, Promised 2 sec$/)
  expect(await fileOf(page, 'What failed')).toMatch(
    /^\uFEFFDay,Percent failed,"Promised, percent",Kept,Answers\r\n.*,0.04,0.1,Yes,1200\r\n/,
  )
  await page.context().close()
})

it('The command palette leads to reports: of the site, and of the course at hand', async () => {
  const admin = await open('admin', '/')
  const find = async (page: Page, text: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill(text)
    await page.keyboard.press('Enter')
  }
  // The page comes made; keys are heard once the client has taken it over.
  await admin.getByRole('button', { name: 'Account' }).waitFor()
  await find(admin, 'Reports of the site')
  await admin.waitForURL(/\/admin\/reports$/)
  await admin.context().close()
  const author = await open('author', `/teach/${courseId}`)
  await author.getByRole('heading', { level: 1 }).waitFor()
  await find(author, 'Reports of this course')
  await author.waitForURL(new RegExp(`/teach/${courseId}/reports$`))
  await author.getByText('9 people were active').waitFor()
  await author.context().close()
})

it('A learner sees the own week, and is invited where it is empty', async () => {
  await apiAs(lectern.endpoints, lectern.endpoints.accounts.learner)(routes.enrol, {
    params: { courseId },
  })
  const page = await open('learner', '/my')
  await page.getByText('30 min').first().waitFor()
  await page.getByText('2 days in a row.').waitFor()
  const days = page.getByRole('region', { name: 'Your week' }).getByRole('listitem')
  expect(await days.count()).toBe(7)
  expect(await days.last().innerText()).toContain('15 min, 1 lesson completed')
  barriers.push(...(await photograph(page, SCREENSHOTS, 'my')))
  isEmpty = true
  await page.reload()
  await page.getByText('Ten minutes in one of your courses').waitFor()
  isEmpty = false
  expect(barriers).toEqual([])
  await page.context().close()
})

it('A teacher sees what the stack itself recorded', async () => {
  const { endpoints } = lectern
  const params = { courseId }
  await apiAs(endpoints, endpoints.accounts.learner)(routes.enrol, { params })
  const teach = apiAs(endpoints, endpoints.accounts.author)
  const today = new Date().toISOString().slice(0, 10)
  const enrolled = async () => {
    const { days } = await teach(routes.getCourseReport, {
      params,
      query: { from: today, to: today },
    })
    return days[0]?.enrolled
  }
  // A file's window, the queue's two minutes and a query.
  await expect.poll(enrolled, { timeout: 400_000, interval: 3000 }).toBe(1)
  const page = await openSignedIn(browser, {
    webUrl: endpoints.webUrl,
    account: endpoints.accounts.author,
  })
  await page.goto(new URL(`/teach/${courseId}/reports?days=7`, endpoints.webUrl).href)
  const figure = page.locator('dl > div', { hasText: 'Newly enrolled' })
  expect(await figure.locator('dd').innerText()).toBe('1')
  await page.context().close()
  // What the gateway counted, and what came by telemetry.
  await apiAs(endpoints, endpoints.accounts.learner)(routes.reportPlayback, {
    body: { stream: 'hls', sampleRate: 1, events: [{ kind: 'start', milliseconds: 640 }] },
  })
  const admin = apiAs(endpoints, endpoints.accounts.admin)
  await apiAs(endpoints, endpoints.accounts.learner)(routes.unenrol, { params })
  const measured = async () => {
    const { promises } = await admin(routes.getSiteReport, { query: { from: today, to: today } })
    return Object.fromEntries(promises.map(({ promise, days }) => [promise, days[0]]))
  }
  await expect
    .poll(measured, { timeout: 400_000, interval: 3000 })
    .toMatchObject({ videoStart: { value: 640, measured: 1 }, failures: { value: 0 } })
  expect((await measured()).apiResponse?.measured).toBeGreaterThan(10)
  const { courses } = await admin(routes.getSiteReport, { query: { from: today, to: today } })
  expect(courses.map(({ title }) => title)).not.toContain('')
}, 900_000)
