import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import { textOf } from '#test/support/announcement'
import { openSignedIn } from '#test/support/browser'
import type { RunningLectern } from '#test/support/lectern'
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'
import { openTeachingSite, type TeachingSite } from '#test/support/teaching-site'

const SCREENSHOTS = 'test-results/screens'
const PHONE = { width: 390, height: 844 }

let lectern: RunningLectern
let browser: Browser
let teacher: Page
let learner: Page
let courseId: CourseId
let close: TeachingSite['close'] | undefined

const address = (path: string) => new URL(path, lectern.endpoints.webUrl).href

beforeAll(async () => {
  const site = await openTeachingSite()
  ;({ lectern, browser, page: teacher, close } = site)
  const { teach } = site
  const { webUrl, accounts } = lectern.endpoints
  const body = { slug: 'telling', title: 'Telling', summary: 'A test.' }
  courseId = (await teach(routes.createCourse, { body })).id
  const params = { courseId }
  const zone = { timeZone: 'Asia/Kathmandu' }
  await teach(routes.updateCourse, { params, body: zone })
  const { id: moduleId } = await teach(routes.createModule, { params, body: { title: 'One' } })
  await teach(routes.createLesson, {
    params: { courseId, moduleId },
    body: { kind: 'article', title: 'Read me', text: 'Hello.' },
  })
  await teach(routes.publishCourse, { params })
  await apiAs(lectern.endpoints, accounts.learner)(routes.enrol, { params })
  learner = await openSignedIn(browser, {
    ...{ webUrl, account: accounts.learner, device: { viewport: PHONE } },
  })
})
afterAll(() => close?.())

const text = () => teacher.getByRole('textbox', { name: 'Text', exact: true })
const publication = () => teacher.getByRole('region', { name: 'When learners read it' })

describe('a course that announces', () => {
  it('says so where there is nothing yet, to its teacher and to its learner', async () => {
    await teacher.goto(address(`/teach/${courseId}/announcements`))
    await teacher.getByRole('heading', { name: 'Nothing announced yet' }).waitFor()
    await learner.goto(address(`/learn/${courseId}`))
    await learner.getByRole('button', { name: 'Contents' }).click()
    await learner.getByRole('link', { name: 'Announcements' }).click()
    await learner.getByRole('heading', { name: 'No announcements yet' }).waitFor()
    expect(await photograph(learner, SCREENSHOTS, 'no-announcements')).toEqual([])
  })

  it('tells the teacher what is missing before it comes out, and keeps what is written', async () => {
    await teacher.getByRole('button', { name: 'New announcement' }).click()
    await text().click()
    await teacher.keyboard.type('Bring a pen.')
    await publication().getByRole('button', { name: 'Publish now' }).click()
    await publication().getByText('Give the announcement a title first.').waitFor()
    await teacher.reload()
    await teacher.getByText('Bring a pen.').waitFor()
    await teacher.getByLabel('Title', { exact: true }).fill('The exam')
    await teacher.keyboard.press('Tab')
    await teacher.getByRole('heading', { name: 'The exam' }).waitFor()
    expect(await photograph(teacher, SCREENSHOTS, 'announcement-draft')).toEqual([])
  })

  it('offers the editor’s words, and neither pictures nor videos', async () => {
    await text().click()
    await teacher.keyboard.press('Control+End')
    await teacher.keyboard.press('Enter')
    await teacher.keyboard.type('/')
    const offered = teacher.getByRole('listbox', { name: 'What can be inserted' })
    await offered.waitFor()
    expect(await offered.getByRole('option', { name: 'Table' }).count()).toBe(1)
    expect(await offered.getByRole('option', { name: /Image|Video|Footnote/ }).count()).toBe(0)
    await teacher.keyboard.press('Escape')
    await teacher.keyboard.press('Backspace')
  })

  it('is scheduled by the clock of the course, and no learner sees it before', async () => {
    await publication().getByText('Publish later').click()
    await publication().getByLabel('Date and time (Asia/Kathmandu)').fill('2099-01-02T09:00')
    await publication().getByRole('button', { name: 'Schedule' }).click()
    await publication()
      .getByText(/Learners read it from January 2, 2099 at 9:00/)
      .waitFor()
    await learner.reload()
    await learner.getByRole('heading', { name: 'No announcements yet' }).waitFor()
  })

  it('is read by learners once it is out, marked as new until they have seen it', async () => {
    await publication().getByRole('button', { name: 'Publish now' }).click()
    await publication()
      .getByText(/have been able to read it since/)
      .waitFor()
    const seen = learner.waitForResponse(
      (answer) => answer.url().endsWith('/announcements/seen') && answer.status() === 204,
    )
    await learner.reload()
    const one = learner.getByRole('article', { name: 'The exam' })
    await one.getByText('Bring a pen.').waitFor()
    await one.getByText('New', { exact: true }).waitFor()
    await seen
    expect(await photograph(learner, SCREENSHOTS, 'announcements')).toEqual([])
    await learner.getByRole('link', { name: 'Notifications', exact: true }).waitFor()
    await learner.reload()
    await one.getByText('Bring a pen.').waitFor()
    expect(await one.getByText('New', { exact: true }).count()).toBe(0)
  })

  it('rings a bell on every page, which leads to it, and is quiet once all is read', async () => {
    await announced('A second one')
    await announced('A third one')
    await expect
      .poll(
        async () => {
          await learner.goto(address('/my'))
          const bell = learner.getByRole('link', { name: /^Notifications/ })
          await bell.waitFor()
          return bell.getAttribute('aria-label')
        },
        { timeout: 60_000 },
      )
      .toBe('Notifications: 2 unread')
    await learner.getByRole('link', { name: 'Notifications: 2 unread' }).click()
    await learner.getByRole('link', { name: 'A third one' }).waitFor()
    expect(await learner.getByRole('img', { name: 'Unread' }).count()).toBe(2)
    expect(await photograph(learner, SCREENSHOTS, 'notifications')).toEqual([])
    await learner.getByRole('button', { name: 'Mark all as read' }).click()
    await learner.getByText('All of them are read.').waitFor()
    await learner.getByRole('link', { name: 'Notifications', exact: true }).waitFor()
    await learner.getByRole('link', { name: 'A second one' }).click()
    await learner.getByRole('article', { name: 'A second one' }).waitFor()
  })

  it('is heard of no more by who switches that off', async () => {
    const muted = learner.waitForResponse((answer) => answer.url().endsWith('/muting'))
    await learner.getByRole('switch', { name: 'Notify me of new ones' }).press('Space')
    expect((await muted).status()).toBe(204)
    await learner.goto(address('/notifications'))
    await learner.getByRole('heading', { name: 'Nothing new' }).waitFor()
  })

  it('is pinned, taken back and deleted, which is asked about once', async () => {
    await teacher.getByRole('switch', { name: /Pin it/ }).press('Space')
    await expectPinned()
    await publication().getByRole('button', { name: 'Make it a draft again' }).click()
    await publication().getByText('This is a draft').waitFor()
    await learner.reload()
    await learner.getByRole('article', { name: 'A second one' }).waitFor()
    expect(await learner.getByRole('article', { name: 'The exam' }).count()).toBe(0)
    await teacher.getByRole('button', { name: 'Delete this announcement' }).click()
    await teacher.getByText('Delete The exam for good?').waitFor()
    await teacher.getByRole('button', { name: 'Yes, delete' }).click()
    await teacher.getByRole('link', { name: 'A second one' }).waitFor()
    expect(await teacher.getByRole('link', { name: 'The exam' }).count()).toBe(0)
  })
})

async function announced(title: string) {
  const teach = apiAs(lectern.endpoints, lectern.endpoints.accounts.author)
  const { id } = await teach(routes.createAnnouncement, {
    params: { courseId },
    body: { title },
  })
  const params = { courseId, announcementId: id }
  const text = textOf('Come on Monday.')
  await teach(routes.updateAnnouncement, { params, body: { text } })
  await teach(routes.publishAnnouncement, { params, body: { at: null } })
}

/** By a learner, who finds it so. */
async function expectPinned() {
  await expect
    .poll(
      async () => {
        await learner.goto(address(`/learn/${courseId}/announcements`))
        await learner.getByRole('article', { name: 'The exam' }).waitFor()
        return learner.getByText('Pinned', { exact: true }).count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
}
