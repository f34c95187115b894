import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { documentOf } from '#contract/articles/markdown/document-of'
import Article from '#web/articles/article.tsx'

const shown = (source: string) =>
  renderToStaticMarkup(createElement(Article, { document: documentOf(source) }))

describe('an article on the page', () => {
  it('begins its headings below the page’s own, and skips none', () => {
    const article = shown('### a\n\n# b\n\n> ###### c\n\n- ### d')
    expect(article.match(/<h\d/g)).toEqual(['<h3', '<h2', '<h4', '<h3'])
  })

  it('leads a link to a heading of the article, and nowhere else in the page', () => {
    const article = shown('[there](#the-ends-é) \n\n## The *ends*: É!\n\n## Root\n\n## Root')
    expect(article).toContain('href="#article-the-ends-%C3%A9"')
    expect(article).toContain('<h2 id="article-the-ends-é"')
    expect(article).toContain('id="article-root"')
    expect(article).toContain('id="article-root-1"')
  })

  it('shows HTML as the text it is', () => {
    expect(shown('<img src=x onerror=alert(1)>')).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('puts no link into a link, and no picture where the policy forbids it', () => {
    expect(shown('[![cat](https://x.org/a.png)](/b)')).toContain(
      '<a href="/b" rel="noopener noreferrer">cat</a>',
    )
    expect(shown('![cat](https://x.org/a.png)')).toContain('>cat</a>')
    expect(shown('![cat](/content/a.png)')).toContain('<img src="/content/a.png" alt="cat"')
  })

  it('counts a list from where its writer does, with paragraphs only where it is spread', () => {
    expect(shown('3. a\n4. b')).toContain('<ol start="3" dir="auto"><li>a</li><li>b</li></ol>')
    expect(shown('- a\n\n- b')).toContain('<li><p>a</p></li>')
  })

  it('takes each block’s direction from its words, and code from left to right', () => {
    const article = shown('אב\n\n- אב\n\n`x`\n\n```\nx\n```\n\n|א|\n|-|\n')
    for (const block of ['<p dir="auto">', '<ul dir="auto">', '<table dir="auto">'])
      expect(article).toContain(block)
    expect(article).toContain('<code dir="ltr">x</code>')
    expect(article).toContain('<pre dir="ltr"')
  })

  it('shows what is nested without end, without an end to the stack', () => {
    for (const piece of ['> ', '- ', '*a **b '])
      expect(shown(piece.repeat(20_000) + ' ** *'.repeat(20_000)).length).toBeGreaterThan(0)
  })
})
