import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'
import type { RunningLectern } from '#test/support/lectern'
import { makePdf, numberedPages } from '#test/support/make-pdf'
import { photograph } from '#test/support/photograph'
import { teachDocument } from '#test/support/send-course-file'
import { openTeachingSite, type TeachingSite } from '#test/support/teaching-site'

const SCREENSHOTS = 'test-results/screens'

let lectern: RunningLectern
let page: Page
let teach: ApiClient
let close: TeachingSite['close'] | undefined
let courseId: CourseId

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  ;({ lectern, page, teach, close } = await openTeachingSite())
  const pdf = makePdf(numberedPages(2))
  const made = await teachDocument(teach, {
    ...{ slug: 'botany', title: 'Botany', lesson: 'Leaves', pdf },
  })
  courseId = made.courseId
  const params = { courseId }
  await teach(routes.updateCourse, {
    params,
    body: { startsOn: '2026-09-07', endsOn: '2026-12-18', timeZone: 'Europe/Madrid' },
  })
  await teach(routes.updateLesson, {
    params: { ...params, lessonId: made.lessonId },
    body: { audience: { who: 'members', from: '2026-10-05T07:00:00.000Z' } },
  })
})
afterAll(() => close?.())

it('a course is duplicated for another term, with its file, and its dates are seen to move', async () => {
  await page.goto(new URL('/teach', lectern.endpoints.webUrl).href)
  await page.getByRole('link', { name: 'Duplicate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Duplicate course' })
  await dialog.getByLabel('First day of the copy').fill('2027-02-01')
  await dialog.getByText('Dates move 147 days later.').waitFor()
  const rows = await dialog.getByRole('row').allInnerTexts()
  expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([
    ['What', 'Before', 'After'],
    ['First day', 'September 7, 2026', 'February 1, 2027'],
    ['Last day', 'December 18, 2026', 'May 14, 2027'],
    ['“Leaves” opens', 'October 5, 2026 at 9:00 AM', 'March 1, 2027 at 9:00 AM'],
  ])
  expect(await photograph(page, SCREENSHOTS, 'copy-course')).toEqual([])
  await dialog.getByLabel('Title of the copy').fill('Botany in spring')
  await dialog.getByRole('button', { name: 'Duplicate' }).click()

  await page.waitForURL(
    (url) => url.pathname !== `/teach` && url.pathname.startsWith('/teach/crs_'),
  )
  const copyId = new URL(page.url()).pathname.slice('/teach/'.length) as CourseId
  expect(copyId).not.toBe(courseId)
  await page.getByRole('row', { name: /^Leaves\b/ }).waitFor()
  await page.locator('[data-part="copying"]').waitFor({ state: 'detached' })
  const params = { courseId: copyId }
  const { course, modules } = await teach(routes.getDraft, { params })
  expect(course).toMatchObject({
    ...{ title: 'Botany in spring', visibility: 'private', copying: false },
    ...{ startsOn: '2027-02-01', endsOn: '2027-05-14' },
  })
  const { items } = await teach(routes.listFiles, { params })
  const [leaves] = modules.flatMap(({ lessons }) => lessons)
  expect(leaves).toMatchObject({ kind: 'file', fileId: items[0]?.id })
  expect(await teach(routes.publishCourse, { params })).toMatchObject({ publishedVersion: 1 })
})
