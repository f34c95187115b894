import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ArticleDocument } from '#contract/articles/document'
import { articleLimits } from '#contract/articles/limits'
import { documentOf } from '#contract/articles/markdown/document-of'
import { readMarkdown } from '#contract/articles/markdown/read-markdown'
import { markdownOf } from '#contract/articles/markdown/to-markdown'
import { searchText } from '#contract/articles/search-text'
import { type ArticleBlock, type ArticleInline, calloutTones } from '#contract/articles/tree'
import { articleLeaves } from '#test/support/article-leaves'
import { commonMarkExamples } from '#test/support/commonmark'
import { articleText, documentIn } from '#web/articles/editor/model/article-text.ts'

const paragraph = (...children: ArticleInline[]): ArticleBlock => ({ type: 'paragraph', children })
const text = (value: string): ArticleInline => ({ type: 'text', value })
const quote = { type: 'blockquote' as const }
const bare = (block: ArticleBlock) => ({ ...block, children: [] }) as ArticleBlock
const accepts = (...children: unknown[]) =>
  ArticleDocument.safeParse({ version: 1, children }).success

describe('an article’s document', () => {
  it('may hold all that Markdown may', () => {
    for (const { source } of commonMarkExamples)
      expect(ArticleDocument.safeParse(documentOf(source)).success, source).toBe(true)
  })

  it.each([
    [
      'an address that leads elsewhere',
      paragraph({ type: 'link', url: 'javascript:alert(1)', title: null, children: [] }),
    ],
    [
      'a picture of data',
      paragraph({ type: 'image', url: 'data:image/svg+xml,x', title: null, alt: '' }),
    ],
    ['a node that it does not know', { type: 'html', value: '<script>' }],
    ['a key that it does not know', { ...paragraph(), onclick: 'x' }],
    [
      'a footnote in a footnote',
      paragraph({
        type: 'footnote',
        children: [{ type: 'emphasis', children: [{ type: 'footnote', children: [] }] }],
      }),
    ],
    ['text where a block stands', text('a')],
  ])('holds no %s', (_, block) => {
    expect(accepts(block)).toBe(false)
    expect(accepts({ type: 'blockquote', children: [block] })).toBe(false)
  })

  it('is of a version that is known, and no longer than an item has room for', () => {
    expect(ArticleDocument.safeParse({ version: 2, children: [] }).success).toBe(false)
    const of = (length: number) => accepts(paragraph(text('字'.repeat(length))))
    expect(of(articleLimits.documentBytes / 3 - 100)).toBe(true)
    expect(of(articleLimits.documentBytes / 3)).toBe(false)
  })

  it('is refused, not followed, where it nests without end', () => {
    let block: unknown = paragraph(text('a'))
    for (let depth = 0; depth < 50_000; depth += 1)
      block = { type: 'blockquote', children: [block] }
    expect(ArticleDocument.safeParse({ version: 1, children: [block] }).success).toBe(false)
  })

  it('holds videos of the library, in the editor and in Markdown, and is searched by their words', () => {
    const assetId = `ast_${'0'.repeat(26)}` as const
    const video: ArticleBlock = { type: 'video', assetId, children: [text('A *wave*')] }
    const document = {
      version: 1 as const,
      children: [{ ...quote, children: [video] }, bare(video)],
    }
    expect(accepts(...document.children)).toBe(true)
    expect(readMarkdown(markdownOf(document))).toEqual(document)
    expect(documentIn(articleText(document))).toEqual(document)
    expect(searchText(document)).toBe('A *wave*')
    expect(accepts({ ...video, assetId: 'ast_../../other' })).toBe(false)
    expect(accepts({ ...video, src: 'https://example.org/a.mp4' })).toBe(false)
    expect(readMarkdown('![a](/videos/ast_x)').children[0]?.type).toBe('paragraph')
  })

  it('is searched by its words', () => {
    const found = searchText(
      readMarkdown(
        '# A *title*\n\n> [!TIP]\n> One[^1]\n\n- two\n\n|a|b|\n|-|-|\n|c|d|\n\n[^1]: Note.',
      ),
    )
    expect(found).toBe('A title\nOne Note.\ntwo\na b\nc d')
  })
})

describe('the editor', () => {
  it.each(commonMarkExamples)('keeps example $number as it is read', ({ source }) => {
    const once = articleText(source)
    expect(articleLeaves(documentIn(once).children)).toEqual(
      articleLeaves(documentOf(source).children),
    )
    expect(articleText(documentIn(once))).toBe(once)
    expect(ArticleDocument.safeParse(documentIn(once)).success).toBe(true)
  })
})

describe('Markdown', () => {
  it.each(commonMarkExamples)('of example $number is read as the same article', ({ source }) => {
    const { children } = documentIn(articleText(source))
    const again = readMarkdown(markdownOf({ version: 1, children }))
    expect(articleLeaves(again.children)).toEqual(articleLeaves(children))
  })

  const words = fc
    .array(
      fc.constantFrom(
        'a',
        'b c',
        '$',
        '*',
        '_',
        '[^1]',
        '|',
        '#',
        '\\',
        '`',
        '5',
        '>',
        '-',
        '<b>',
        '&amp;',
        '!',
        '](',
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => `x${parts.join(' ')}x`)
  const formula = fc
    .constantFrom('x^2', 'a$b', '\\$', '\\frac{a}{b}', ' y ', '$$')
    .filter((value) => value.trim() === value)
  const line: fc.Arbitrary<ArticleInline[]> = fc
    .array(
      fc.oneof(
        words.map(text),
        words.map((value): ArticleInline => ({ type: 'strong', children: [text(value)] })),
        words.map(
          (value): ArticleInline => ({
            type: 'link',
            url: 'https://x.org/(a)',
            title: null,
            children: [text(value)],
          }),
        ),
        formula.map((value): ArticleInline => ({ type: 'inlineMath', value })),
        words.map((value): ArticleInline => ({ type: 'footnote', children: [text(value)] })),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.flatMap((part, at) => (at > 0 ? [text(' and '), part] : [part])))
  const block = fc.oneof(
    line.map((parts) => paragraph(...parts)),
    formula.map((value): ArticleBlock => ({ type: 'math', value })),
    fc.tuple(fc.constantFrom(...calloutTones), line).map(
      ([tone, parts]): ArticleBlock => ({
        type: 'callout',
        tone,
        children: [paragraph(...parts)],
      }),
    ),
    fc.tuple(line, line).map(
      ([head, cell]): ArticleBlock => ({
        type: 'table',
        align: ['center'],
        children: [head, cell].map((children) => ({
          type: 'tableRow',
          children: [{ type: 'tableCell', children }],
        })),
      }),
    ),
    line.map(
      (parts): ArticleBlock => ({
        type: 'list',
        ordered: true,
        start: 3,
        spread: false,
        children: [{ type: 'listItem', children: [paragraph(...parts)] }],
      }),
    ),
  )

  it('of formulas, callouts, footnotes and tables is read as the same article', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (children) => {
        const markdown = markdownOf({ version: 1, children })
        expect(articleLeaves(readMarkdown(markdown).children), markdown).toEqual(
          articleLeaves(children),
        )
      }),
    )
  })

  it('leaves prices alone, and what was Markdown before formulas were', () => {
    expect(articleLeaves(readMarkdown('It is $5 or $6.').children)).toEqual([
      '/paragraph : It is $5 or $6.',
    ])
    expect(articleLeaves(documentOf('$x$ [^1]\n\n> [!NOTE]').children)).toEqual([
      '/paragraph : $x$ [^1]',
      '/blockquote',
      '/blockquote/paragraph : [!NOTE]',
    ])
  })
})
