import { expect, it } from 'vitest'
import { AnnouncementText } from '#contract/announcements/announcement'
import { announcementLimits } from '#contract/announcements/limits'
import { readMarkdown } from '#contract/articles/markdown/read-markdown'
import type { ArticleFigure, ArticleVideo } from '#contract/articles/tree'
import { textOf } from '#test/support/announcement'
import { ofWords } from '#web/articles/editor/model/of-words.ts'

const takes = (text: unknown) => AnnouncementText.safeParse(text).success
const picture: ArticleFigure = {
  ...{ type: 'figure', fileId: `fil_${'0'.repeat(26)}`, width: 1, height: 1, widths: [1] },
  ...{ alt: '', decorative: true, children: [] },
}
const video: ArticleVideo = { type: 'video', assetId: `ast_${'0'.repeat(26)}`, children: [] }

it('takes what articles are made of, links that are safe among it', () => {
  expect(takes(readMarkdown('# Hello\n\n- **bold** [site](https://example.org)\n'))).toBe(true)
})

it('takes no pictures, videos or notes, however deep, nor anything that is none of it', () => {
  const within = (children: unknown[]) => ({
    version: 1,
    children: [{ type: 'blockquote', children }],
  })
  const note = { type: 'footnote', children: [{ type: 'text', value: 'x' }] }
  for (const one of [picture, video, { type: 'paragraph', children: [note] }])
    expect(takes(within([one]))).toBe(false)
  for (const one of [null, 5, { type: 'html', value: '<script>' }, { type: 'blockquote' }])
    expect(takes(within([one]))).toBe(false)
  const trap = { type: 'link', url: 'javascript:alert(1)', title: null, children: [] }
  expect(takes(within([{ type: 'paragraph', children: [trap] }]))).toBe(false)
  let deep: unknown = { type: 'paragraph', children: [] }
  for (let n = 0; n < 5_000; n += 1) deep = { type: 'blockquote', children: [deep] }
  expect(takes({ version: 1, children: [deep] })).toBe(false)
})

it('takes as much as a page of them may weigh', () => {
  expect(takes(textOf('x'.repeat(announcementLimits.textBytes - 200)))).toBe(true)
  expect(takes(textOf('x'.repeat(announcementLimits.textBytes)))).toBe(false)
})

it('is what the editor leaves of an article with all of them', () => {
  const article = readMarkdown('One[^1]\n\n| a[^1] |\n|---|\n| b |\n\n[^1]: A note\n')
  const withAll = {
    ...article,
    children: [...article.children, picture, video],
  }
  expect(takes(withAll)).toBe(false)
  expect(takes(ofWords(withAll))).toBe(true)
  expect(ofWords(withAll).children.map(({ type }) => type)).toEqual(['paragraph', 'table'])
})
