import type { Page } from 'playwright-core'
import { fillInSignIn } from './browser.ts'
import type { Account } from './lectern.ts'
import { answerReports, sampleReports } from './report-answers.ts'

/** A site with the courses `reading` and another of a video and an article, in which its author is enrolled. */
export interface ShownSite {
  readonly webUrl: string
  readonly author: Account
  readonly courseId: string
  /** The video's lesson, and the video. */
  readonly lessonId: string
  readonly assetId: string
  /** A lesson that is a PDF, of a course of its own. */
  readonly leaf: { readonly courseId: string; readonly lessonId: string }
}

/**
 * Every screen, one after the other, by its name; in whichever language, so that nothing is found by its words.
 * What stays of it: a file that is no video is uploaded.
 */
export async function* screens(page: Page, site: ShownSite): AsyncGenerator<string> {
  const go = (path: string) => page.goto(new URL(path, site.webUrl).href)
  yield* screensOfVisitors(page, go)
  await signInThere(page, site.author, () => go('/courses/reading'))
  yield* screensOfTheFrame(page)
  yield* screensOfLearners(page, site, go)
  yield* screensOfTeachers(page, site, go)
  yield* screensOfPublishing(page, site, go)
  yield* screensOfAnnouncements(page, site, go)
  yield* screensOfReports(page, site, go)
  yield* screensOfVideos(page, site, go)
  yield* screensOfFiles(page, site, go)
  yield* screensOfCaptions(page, site, go)
}

/** What admins alone see. */
export async function* screensOfAdmins(page: Page, webUrl: string, admin: Account) {
  const go = (path: string) => page.goto(new URL(path, webUrl).href)
  await go('/courses/reading')
  await answerReports(page, () => sampleReports(`crs_${'0'.repeat(26)}`))
  await signInThere(page, admin, () => go('/admin/reports'))
  await page.locator('main h2').nth(1).waitFor()
  yield 'site-reports'
  await go('/teach/rejected-uploads')
  await page.locator('main li').first().waitFor()
  yield 'rejected-uploads'
}

type Go = (path: string) => Promise<unknown>

async function signInThere(page: Page, account: Account, back: () => Promise<unknown>) {
  await page.locator('header select').waitFor()
  await page.locator('header').getByRole('button').last().click()
  await fillInSignIn(page, account)
  await page.locator('header [aria-haspopup="menu"]').waitFor()
  // The way back from signing in is a redirect, which nobody may answer in the site's place.
  await back()
  await page.locator('header [aria-haspopup="menu"]').waitFor()
}

async function* screensOfVisitors(page: Page, go: Go) {
  await go('/')
  await page.getByRole('heading', { name: 'Reading' }).waitFor()
  yield 'catalogue'
  await go('/courses/nothing')
  await page.getByRole('status').getByRole('heading').waitFor()
  yield 'no-course'
  await go('/nowhere')
  await page.getByRole('status').getByRole('heading').waitFor()
  yield 'no-page'
  await go('/my')
  await page.getByRole('status').getByRole('heading').waitFor()
  yield 'gate'
  await go('/courses/reading')
  await page.getByRole('heading', { name: 'Reading' }).waitFor()
  yield 'course'
}

async function* screensOfTheFrame(page: Page) {
  await page.keyboard.press('Control+k')
  await page.getByRole('option').first().waitFor()
  yield 'palette'
  await page.getByRole('combobox').fill('xxxx')
  await page.getByRole('dialog').getByRole('status').waitFor()
  yield 'palette-empty'
  await page.keyboard.press('Escape')
  await page.locator('header [aria-haspopup="menu"]').click()
  await page.getByRole('menu').waitFor()
  yield 'account'
}

async function* screensOfLearners(page: Page, { courseId, lessonId }: ShownSite, go: Go) {
  await go('/my')
  await page.locator('main li a').first().waitFor()
  yield 'my'
  await go(`/learn/${courseId}/${lessonId}`)
  await page.locator('[data-line]').first().waitFor()
  yield 'player'
  await page.locator('[data-awake] [aria-haspopup="menu"]').click()
  const items = page.getByRole('menu').getByRole('menuitem')
  await items.first().waitFor()
  yield 'player-menu'
  // Those before the first switch that lead to a page of their own; its first item leads back.
  for (let at = 0; at < (await items.locator('svg').count()); at += 1) {
    await items
      .filter({ has: page.locator('svg') })
      .nth(at)
      .click()
    await page.getByRole('menu').locator('[aria-checked]').first().waitFor()
    yield `player-menu-${at + 1}`
    await items.first().click()
    await items.nth(1).waitFor()
  }
  await page.keyboard.press('Escape')
  await page.locator('section:has([data-line]) h2').first().click()
  await page.keyboard.press('?')
  await page.locator('dialog dd').first().waitFor()
  yield 'player-keys'
  await page.keyboard.press('Escape')
  await page.locator('article h1 + div button').click()
  await page.locator('article:not(:has(video)) > div:last-child button').waitFor()
  yield 'article'
}

async function* screensOfTeachers(page: Page, { courseId, lessonId }: ShownSite, go: Go) {
  await go('/teach#new')
  await page.locator('main li a').first().waitFor()
  await page.locator('form').waitFor()
  yield 'teach'
  await go(`/teach#copy-${courseId}`)
  await page.getByRole('dialog').getByRole('textbox').first().waitFor()
  yield 'copy'
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await go(`/teach/${courseId}`)
  const rows = page.locator('main [data-row]')
  await rows.nth(1).waitFor()
  yield 'editor'
  await go(`/teach/${courseId}?show=course`)
  await page.locator('main li[data-state]').first().waitFor()
  yield 'editor-course'
  await page.locator('[data-part="publishing"] button').first().click()
  await page.getByRole('dialog').locator('h3').first().waitFor()
  yield 'publish'
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await go(`/teach/${courseId}/preview/${lessonId}`)
  await page.locator('[data-line]').first().waitFor()
  yield 'draft-preview'
  await go(`/teach/${courseId}/settings`)
  await page.locator('main textarea').waitFor()
  await page.locator('main #cover').waitFor()
  yield 'course-settings'
  await go(`/teach/${courseId}/team`)
  await page.locator('main form').waitFor()
  yield 'team'
  await go(`/teach/${courseId}/people`)
  await page.locator('main [data-part="learner"], main section[role="status"]').first().waitFor()
  yield 'people'
  await go(`/teach/${courseId}?lesson=${lessonId}`)
  await page.locator('main [data-lesson] button[aria-haspopup="dialog"]').click()
  await page.getByRole('dialog').locator('[role="option"]').first().waitFor()
  yield 'editor-lesson'
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('main [data-part="rules"] button').click()
  await page.getByRole('dialog').locator('form > button').click()
  await page.getByRole('dialog').locator('fieldset input[type="date"]').waitFor()
  yield 'editor-rules'
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await go(`/teach/${courseId}`)
  await rows.nth(1).locator('[data-part="menu"]').click()
  await page.getByRole('menu').waitFor()
  yield 'editor-menu'
  await page.getByRole('menu').getByRole('menuitem').nth(4).click()
  await page.getByRole('dialog').waitFor()
  yield 'editor-move'
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await rows.nth(1).focus()
  await page.keyboard.press('Space')
  await page.locator('main [data-row][aria-selected="true"]').waitFor()
  yield 'editor-chosen'
  await rows.nth(1).focus()
  await page.keyboard.press('F2')
  await page.locator('main [data-row] input').waitFor()
  yield 'editor-rename'
}

async function* screensOfPublishing(page: Page, { courseId }: ShownSite, go: Go) {
  await go(`/teach/${courseId}/history`)
  await page.locator('main [data-version]').first().waitFor()
  yield 'history'
}

async function* screensOfAnnouncements(page: Page, { courseId }: ShownSite, go: Go) {
  await go(`/teach/${courseId}/announcements`)
  await page.locator('main h1 + button').click()
  await page.locator('main [role="textbox"]').waitFor()
  await page.locator('main input[type="text"], main input:not([type])').first().fill('The exam')
  await page.locator('main [role="textbox"]').pressSequentially('Bring a pen.')
  await page.locator('[data-part="publication"] summary').click()
  yield 'announcement-draft'
  await page.locator('[data-part="publication"] button').first().click()
  await page.locator('[data-part="publication"] time').waitFor()
  await go(`/teach/${courseId}/announcements`)
  await page.locator('main [data-row]').first().waitFor()
  yield 'announcement-drafts'
  await go(`/learn/${courseId}/announcements`)
  await page.locator('main article p').last().waitFor()
  yield 'announcements'
  await go('/notifications')
  // The stream may tell of it a moment later, and a page asks once.
  await page.locator('main h1').waitFor()
  yield 'notifications'
}

async function* screensOfReports(page: Page, { courseId }: ShownSite, go: Go) {
  await answerReports(page, () => sampleReports(courseId))
  await go(`/teach/${courseId}/reports`)
  await page.locator('main section h2').first().waitFor()
  yield 'reports'
  await page.locator('main select').selectOption('between')
  await page.locator('main input[type="date"]').first().waitFor()
  yield 'reports-between'
}

async function* screensOfVideos(page: Page, { courseId, assetId }: ShownSite, go: Go) {
  const library = `/teach/${courseId}/videos`
  await go(library)
  await page.locator('[data-state="ready"]').first().waitFor()
  yield 'library'
  await page.locator('[data-state="ready"] input[type="checkbox"]').first().click()
  await page.locator('main section strong').waitFor()
  yield 'library-selected'
  await page.locator('main section:has(strong) button').first().click()
  await page.getByRole('dialog').waitFor()
  yield 'library-delete'
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const file = (name: string) => ({ name, mimeType: '', buffer: Buffer.alloc(2000) })
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([file('no.txt'), file('no.mp4')])
  await page.locator('main section details').waitFor()
  yield 'library-intake'
  await page.locator('main section:has(details) > div:last-child button').first().click()
  // It lies small where there is little room.
  await page.locator('[data-open]').waitFor()
  const small = page.locator('[data-open="false"] [aria-expanded]')
  if ((await small.count()) > 0) await small.click()
  await page.locator('[data-upload="sent"]').first().waitFor()
  yield 'library-tray'
  await page.locator('[data-state="rejected"] a').first().waitFor()
  await page.locator('[data-state="rejected"] a').first().click()
  await page.locator('main ol > li').first().waitFor()
  yield 'video-rejected'
  await go(`${library}/${assetId}`)
  await page.locator('video').waitFor()
  await page.locator('main ol > li').first().waitFor()
  yield 'video'
  await page.locator('main section > div > h2 + button').click()
  await page.locator('main form select').waitFor()
  yield 'video-add-captions'
}

async function* screensOfFiles(page: Page, { leaf: { courseId, lessonId } }: ShownSite, go: Go) {
  await go(`/learn/${courseId}/${lessonId}`)
  await page.locator('[data-page="1"] canvas').waitFor()
  yield 'file'
  await page.locator('[data-part="document"] section').focus()
  await page.keyboard.press('Control+f')
  await page.locator('search input').fill('leaf')
  await page.locator('search [role="status"]:not(:empty)').waitFor()
  yield 'file-found'
  await go(`/teach/${courseId}?lesson=${lessonId}`)
  await page.locator('main [data-lesson] [role="group"] strong').waitFor()
  yield 'editor-file'
}

async function* screensOfCaptions(page: Page, { courseId, assetId }: ShownSite, go: Go) {
  await go(`/teach/${courseId}/videos/${assetId}/captions/en`)
  await page.locator('[data-cue]').first().waitFor()
  await page.locator('video').waitFor()
  yield 'captions'
  await page.locator('[data-cue] button').first().click()
  await page.locator('[data-cue] textarea').waitFor()
  yield 'captions-cue'
}
