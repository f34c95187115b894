import type { Locator, Page } from 'playwright-core'
import { DEMO_SLUG } from '#local/demo/seed'

export interface BenchPage {
  readonly name: string
  readonly who: 'visitor' | 'learner' | 'author'
  readonly path: string
  /** What shows that all of it is there. */
  readonly whole: (page: Page) => Locator
  /** Clicks and keys as people make them there. */
  readonly use: (page: Page) => Promise<void>
}

interface Courses {
  /** The demo course, with its video and its article. */
  readonly courseId: string
  readonly videoId: string
  readonly articleId: string
  /** Of a PDF of 300 pages, and its lesson. */
  readonly documentAt: string
  /** Of 300 lessons. */
  readonly largeId: string
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function search(page: Page): Promise<void> {
  await button(page, 'Search').first().click()
  const field = page.getByRole('dialog').getByRole('combobox')
  await field.waitFor()
  await field.pressSequentially('fast', { delay: 60 })
  await page.keyboard.press('Escape')
}

async function openContents(page: Page): Promise<void> {
  await button(page, 'Contents').click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
}

/** The main pages. */
export const benchPages = ({
  courseId,
  videoId,
  articleId,
  documentAt,
  largeId,
}: Courses): readonly BenchPage[] => [
  {
    name: 'catalogue',
    who: 'visitor',
    path: '/',
    whole: (page) => page.getByRole('heading', { name: 'How the web' }),
    use: search,
  },
  {
    name: 'course',
    who: 'visitor',
    path: `/courses/${DEMO_SLUG}`,
    whole: (page) => page.getByRole('heading', { name: 'How the web' }),
    use: search,
  },
  {
    name: 'my courses',
    who: 'learner',
    path: '/my',
    whole: (page) => page.getByRole('heading', { name: 'How the web' }),
    use: async (page) => {
      await button(page, 'Account').click()
      await page.getByRole('menu').waitFor()
      await page.keyboard.press('Escape')
      await search(page)
    },
  },
  {
    name: 'lesson: video',
    who: 'learner',
    path: `/learn/${courseId}/${videoId}`,
    whole: (page) => page.locator('video'),
    use: async (page) => {
      await page.locator('video').click({ position: { x: 80, y: 60 }, force: true })
      await page.waitForTimeout(1000)
      await openContents(page)
    },
  },
  {
    name: 'lesson: article',
    who: 'learner',
    path: `/learn/${courseId}/${articleId}`,
    whole: (page) => page.getByRole('heading', { name: 'The one hard question' }),
    use: openContents,
  },
  {
    name: 'lesson: document',
    who: 'learner',
    path: documentAt,
    whole: (page) => page.locator('[data-page="1"] canvas'),
    use: async (page) => {
      for (let leaf = 0; leaf < 3; leaf += 1) await button(page, 'Next page').click()
      await button(page, 'Larger').click()
      await openContents(page)
    },
  },
  {
    name: 'teach',
    who: 'author',
    path: '/teach',
    whole: (page) => page.getByRole('link', { name: 'How the web' }),
    use: async (page) => {
      await button(page, 'New course').click()
      await page.getByLabel('Title').pressSequentially('Sound', { delay: 60 })
    },
  },
  {
    name: 'editor, 300 lessons',
    who: 'author',
    path: `/teach/${largeId}`,
    whole: (page) => page.getByRole('treegrid').locator('[data-kind="lesson"]').first(),
    use: async (page) => {
      const lessons = page.getByRole('treegrid').locator('[data-kind="lesson"]')
      await lessons.nth(3).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Alt+ArrowUp')
      await page.keyboard.press('Alt+ArrowDown')
      await lessons.nth(1).locator('a').click()
      await page.getByLabel('Title of lesson').click()
      await page.keyboard.type('and', { delay: 60 })
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'library',
    who: 'author',
    path: `/teach/${courseId}/videos`,
    whole: (page) => page.locator('[data-state="ready"]'),
    use: async (page) => {
      await page.locator('[data-state="ready"] input[type="checkbox"]').first().click()
      await page.getByRole('searchbox').first().click()
      await page.keyboard.type('wait', { delay: 60 })
    },
  },
  {
    name: 'settings',
    who: 'author',
    path: `/teach/${courseId}/settings`,
    whole: (page) => page.locator('main textarea'),
    use: async (page) => {
      await page.locator('main textarea').first().click()
      await page.keyboard.type('and', { delay: 60 })
    },
  },
  {
    name: 'team',
    who: 'author',
    path: `/teach/${courseId}/team`,
    whole: (page) => page.locator('main form'),
    use: async (page) => {
      await page.getByLabel('E-mail address of their account').click()
      await page.keyboard.type('ada', { delay: 60 })
    },
  },
  {
    name: 'history',
    who: 'author',
    path: `/teach/${courseId}/history`,
    whole: (page) => page.locator('main [data-version]'),
    use: search,
  },
  {
    name: 'preview',
    who: 'author',
    path: `/teach/${courseId}/preview/${articleId}`,
    whole: (page) => page.getByRole('heading', { name: 'The one hard question' }),
    use: openContents,
  },
]
