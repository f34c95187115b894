import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ArticleDocument } from '#contract/articles/document'
import { readMarkdown } from '#contract/articles/markdown/read-markdown'
import { markdownOf } from '#contract/articles/markdown/to-markdown'
import { searchText } from '#contract/articles/search-text'
import { courseLimits } from '#contract/courses/limits'
import { propertyLimits } from '#contract/courses/properties/limits'
import { embedPage } from '#contract/lessons/kinds/embed-page'
import { LessonCreation } from '#contract/lessons/lesson'
import { LessonSettings } from '#contract/platform/lesson-settings'
import { readCourse } from '#local/demo/course-files'
import { readArticle } from '#local/demo/read-article'
import { isLanguage } from '#web/articles/parts/languages.ts'

const course = readCourse('local/demo/course')
const lessons = course.modules.flatMap((module) => module.lessons)
const articles = lessons.flatMap(({ path, markdown }) => (markdown ? [{ path, markdown }] : []))
const known = new Set(lessons.map(({ path }) => path))
const documentOf = (article: (typeof articles)[number]) =>
  readArticle(article, (path) => (known.has(path) ? `/learn/crs_1/${path}` : undefined))

it('is a course of at least 20 lessons, of which the first is a video', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(20)
  expect(lessons[0]?.clip).toBeDefined()
  expect(course.title.length).toBeLessThanOrEqual(courseLimits.title)
  expect(course.summary.length).toBeLessThanOrEqual(courseLimits.summary)
  expect(course.description.length).toBeLessThanOrEqual(propertyLimits.description)
})

it('tells its modules and lessons by titles of their own', () => {
  for (const titles of [course.modules, lessons].map((many) => many.map(({ title }) => title)))
    expect(titles).toEqual([...new Set(titles)])
})

it.each(lessons)('$path makes a lesson', ({ title, creation }) => {
  expect(LessonCreation.parse(creation())).toMatchObject({ title })
})

describe.each(articles)('$path', (article) => {
  const { markdown } = article

  it('is a document that keeps all of it', () => {
    const document = documentOf(article)
    expect(ArticleDocument.parse(document)).toEqual(document)
    expect(readMarkdown(markdownOf(document))).toEqual(document)
    // Marks that were not understood would stand among the words.
    const words = searchText({
      ...document,
      children: document.children.filter(({ type }) => type !== 'code' && type !== 'math'),
    })
    expect(words).not.toMatch(/\*\*|\]\(|\[\^|\[!|\$\$|^>|\|/m)
  })

  it('can be read in some minutes, and has something to try', () => {
    expect(markdown.split(/\s+/).length).toBeGreaterThan(300)
    expect(markdown.split(/\s+/).length).toBeLessThan(900)
    expect(markdown).toContain('## Try it\n')
  })

  it('colours its code, and fits it to a column', () => {
    const blocks = documentOf(article).children.filter((block) => block.type === 'code')
    for (const { lang, value } of blocks) {
      expect(isLanguage(lang)).toBe(true)
      expect(Math.max(...value.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    }
  })
})

it('leads to no lesson that is not there', () => {
  const lost = { path: '01-a/01-b.md', markdown: 'See [this](../02-c/01-d.md).' }
  expect(() => readArticle(lost, () => undefined)).toThrow('where no lesson is')
  expect(markdownOf(readArticle(lost, (path) => `/learn/crs_1/${path}`))).toContain(
    '[this](/learn/crs_1/02-c/01-d.md)',
  )
})

it('has captions for each of its videos', () => {
  for (const { clip = '' } of lessons.filter((lesson) => lesson.clip)) {
    const captions = clip.replace(/\.mp4$/, '.en.vtt')
    expect(existsSync(captions)).toBe(true)
    expect(readFileSync(captions, 'utf8')).toMatch(/^WEBVTT\n/)
  }
})

it('shows pages of others that a site allows by default', () => {
  const { embeds } = LessonSettings.parse({})
  const addresses = lessons.flatMap(({ creation }) => {
    const made = creation()
    return 'address' in made && made.address ? [made.address] : []
  })
  expect(addresses.length).toBeGreaterThan(0)
  for (const address of addresses) expect(embedPage(address, embeds)).not.toBeNull()
})
