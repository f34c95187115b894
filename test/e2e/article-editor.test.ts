import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleDocument } from '#contract/articles/document'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/screens'
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
<!--StartFragment--><h1>From Word<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Bold</b> and <a href="javascript:alert(1)">a trap</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>First</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Within</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Second</p>
<table><tr><td><p>One</p><p>Two</p></td><td><p>Three</p></td></tr></table>
<img src="x" onerror="alert(1)"><script>alert(1)</script><!--EndFragment--></body></html>`
const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a"><p dir="ltr"><span style="font-weight:700;">Heavy</span><span style="font-weight:400;"> and light</span></p><ul><li dir="ltr"><p>Outer</p></li><ul><li dir="ltr"><p>Inner</p></li></ul></ul></b><br class="Apple-interchange-newline">`

let lectern: RunningLectern
let browser: Browser
let page: Page
let teach: ApiClient
let params: { courseId: CourseId; lessonId: LessonId }

beforeAll(async () => {
  lectern = await startLectern({
    ...{ port: await findFreePorts(), dataDir: await makeDataDir(), args: ['--no-demo'] },
  })
  const { accounts, webUrl } = lectern.endpoints
  teach = apiAs(lectern.endpoints, accounts.author)
  const body = { slug: 'writing', title: 'Writing', summary: 'A test.' }
  const { id: courseId } = await teach(routes.createCourse, { body })
  const module = await teach(routes.createModule, { params: { courseId }, body: { title: 'One' } })
  const lesson = await teach(routes.createLesson, {
    params: { courseId, moduleId: module.id },
    body: { kind: 'article', title: 'An article', text: 'As it *was*.' },
  })
  params = { courseId, lessonId: lesson.id }
  browser = await launchBrowser()
  page = await openSignedIn(browser, { webUrl, account: accounts.author })
  await page.goto(new URL(`/teach/${courseId}?lesson=${lesson.id}`, webUrl).href)
  await text().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const text = () => page.getByRole('textbox', { name: 'Text of An article' })
const insert = async (query: string) => {
  await page.keyboard.type(`/${query}`)
  await page.getByRole('listbox', { name: 'What can be inserted' }).waitFor()
  await page.keyboard.press('Enter')
}
const stored = async () =>
  (await teach(routes.getLesson, { params })) as { text: string | ArticleDocument }
const blocks = async () => {
  const { text } = await stored()
  return typeof text === 'string' ? [] : text.children
}
const paste = (html: string) =>
  text().evaluate((box, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    box.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, html)
const empty = async () => {
  await text().focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
}

describe('an article', () => {
  it('that was kept as Markdown opens as it was, and stays so while nobody writes', async () => {
    expect(await text().locator('em').innerText()).toBe('was')
    await text().click()
    await page.getByLabel('Title of lesson').click()
    await page.waitForTimeout(1500)
    expect(await stored()).toMatchObject({ text: 'As it *was*.', revision: 1 })
  })

  it('is written by keyboard alone, with what the slash offers', async () => {
    await empty()
    await page.keyboard.type('## Sets')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Some **bold** words and $x^2$ too.')
    await page.keyboard.press('Enter')
    await insert('tabl')
    await page.keyboard.type('Name')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Value')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('ArrowDown')
    await insert('code')
    await page.keyboard.type('const a = 1')
    await page.getByLabel('Language of the code').selectOption('typescript')
    await text().focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('ArrowDown')
    await insert('callout')
    await page.keyboard.type('Mind this.')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await insert('$$')
    await page.getByRole('textbox', { name: 'Formula, as TeX' }).fill('\\frac{a}{b}')
    await page.getByRole('dialog').locator('mfrac').waitFor()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('The end ')
    await insert('footnote')
    await page.getByRole('textbox', { name: 'Footnote' }).fill('Of *this* text.')
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(async () => JSON.stringify(await blocks())).toContain('footnote')
    expect((await blocks()).map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'table',
      'code',
      'callout',
      'math',
      'paragraph',
    ])
    expect(await blocks()).toMatchObject([
      { depth: 2, children: [{ value: 'Sets' }] },
      {
        children: [
          { value: 'Some ' },
          { type: 'strong' },
          { value: ' words and ' },
          { type: 'inlineMath', value: 'x^2' },
          { value: ' too.' },
        ],
      },
      {
        children: [
          { children: [{ children: [{ value: 'Name' }] }, { children: [{ value: 'Value' }] }, {}] },
          {},
          {},
        ],
      },
      { lang: 'typescript', value: 'const a = 1' },
      { tone: 'note', children: [{ children: [{ value: 'Mind this.' }] }] },
      { value: '\\frac{a}{b}' },
      {
        children: [
          { value: 'The end ' },
          { type: 'footnote', children: [{ value: 'Of ' }, { type: 'emphasis' }, {}] },
        ],
      },
    ])
    expect(await photograph(page, SCREENSHOTS, 'article-editor')).toEqual([])
  })

  it('takes what was copied from Word and Google Docs clean', async () => {
    await text().focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await paste(WORD)
    await expect.poll(async () => JSON.stringify(await blocks())).toContain('From Word')
    const [heading, line, list, table] = (await blocks()).slice(7)
    expect(heading).toMatchObject({ type: 'heading', depth: 2 })
    expect(line).toEqual({
      type: 'paragraph',
      children: [
        { type: 'strong', children: [{ type: 'text', value: 'Bold' }] },
        { type: 'text', value: ' and a trap.' },
      ],
    })
    expect(list).toMatchObject({
      ordered: false,
      children: [
        { children: [{ children: [{ value: 'First' }] }, { type: 'list' }] },
        { children: [{ children: [{ value: 'Second' }] }] },
      ],
    })
    expect(table).toMatchObject({
      children: [
        {
          children: [
            { children: [{ value: 'One' }, { type: 'break' }, { value: 'Two' }] },
            { children: [{ value: 'Three' }] },
          ],
        },
      ],
    })
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await paste(DOCS)
    await expect.poll(async () => JSON.stringify(await blocks())).toContain('Heavy')
    expect((await blocks()).slice(-2)).toMatchObject([
      { type: 'paragraph', children: [{ type: 'strong' }, { value: ' and light' }] },
      {
        type: 'list',
        children: [{ children: [{ children: [{ value: 'Outer' }] }, { type: 'list' }] }],
      },
    ])
  })
})

it('is read by its learners as it was written', async () => {
  await teach(routes.publishCourse, { params })
  const { accounts, webUrl } = lectern.endpoints
  await apiAs(lectern.endpoints, accounts.learner)(routes.enrol, { params })
  const reader = await openSignedIn(browser, { webUrl, account: accounts.learner })
  const loaded: string[] = []
  reader.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await reader.goto(new URL(`/learn/${params.courseId}`, webUrl).href)
  await reader.getByRole('heading', { name: 'Sets' }).waitFor()
  await reader.locator('math mfrac').waitFor()
  await reader.locator('.hljs-keyword', { hasText: 'const' }).waitFor()
  expect(await reader.getByRole('note').innerText()).toContain('Mind this.')
  await reader.getByRole('link', { name: 'Footnote 1', exact: true }).click()
  await expect.poll(() => new URL(reader.url()).hash).toBe('#footnote-1')
  expect(await reader.getByRole('region', { name: 'Footnotes' }).locator('em').innerText()).toBe(
    'this',
  )
  expect(loaded.filter((path) => /article-text-field|markdown/.test(path))).toEqual([])
  expect(await photograph(reader, SCREENSHOTS, 'article-written')).toEqual([])
})
