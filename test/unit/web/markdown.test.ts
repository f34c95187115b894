import { describe, expect, it } from 'vitest'
import { isSafeHref, parseMarkdown } from '../../../web/src/learning/parse-markdown.ts'

const text = (value: string) => ({ kind: 'text', text: value })

describe('an article’s Markdown', () => {
  it('reads headings, paragraphs, lists and code', () => {
    expect(parseMarkdown('# Sets\n\nA set\nof things.\n\n- one\n- two\n\n```\nx < y\n```')).toEqual(
      [
        { kind: 'heading', level: 2, children: [text('Sets')] },
        { kind: 'paragraph', children: [text('A set of things.')] },
        { kind: 'list', ordered: false, items: [[text('one')], [text('two')]] },
        { kind: 'code', text: 'x < y' },
      ],
    )
  })

  it('reads emphasis, code and links inside of a line', () => {
    expect(parseMarkdown('See **the *whole*** `a*b` [page](/courses/sets).')[0]).toMatchObject({
      children: expect.arrayContaining([
        { kind: 'code', text: 'a*b' },
        { kind: 'link', href: '/courses/sets', children: [text('page')] },
      ]),
    })
  })

  it('leaves HTML as the text it is', () => {
    expect(parseMarkdown('<img src=x onerror=alert(1)>')).toEqual([
      { kind: 'paragraph', children: [text('<img src=x onerror=alert(1)>')] },
    ])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil',
    ' javascript:x',
  ])('does not link to %s', (href) => {
    expect(isSafeHref(href)).toBe(false)
  })

  it('ends on any text, closed or not', () => {
    for (const source of ['```', '>', '- ', '# ', '**', '[a](b', '1.', '***\n***', '\n\n'])
      expect(Array.isArray(parseMarkdown(source))).toBe(true)
  })
})
