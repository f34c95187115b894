import { describe, expect, it } from 'vitest'
import { parseArticle } from '#contract/articles/markdown/parse-article'
import { isSafeHref } from '#contract/articles/safe-href'
import { htmlOf } from '#test/support/article-html'

const html = (source: string) => htmlOf(parseArticle(source))

/** What the specification's own examples, in `commonmark.test.ts`, leave out. */
const EXAMPLES: [source: string, html: string][] = [
  ['[m](https://x.org/M_(n))', '<p><a href="https://x.org/M_(n)">m</a></p>\n'],
  ['[t](https://x.org "A title")', '<p><a href="https://x.org" title="A title">t</a></p>\n'],
  ['<https://x.org/a>', '<p><a href="https://x.org/a">https://x.org/a</a></p>\n'],
  ['1. a\n   b\n2. c', '<ol>\n<li>a\nb</li>\n<li>c</li>\n</ol>\n'],
  [
    '1. a\n\n```\nb\n```\n\n3. c',
    '<ol>\n<li>a</li>\n</ol>\n<pre><code>b\n</code></pre>\n<ol start="3">\n<li>c</li>\n</ol>\n',
  ],
  ['* a\n  * b\n* c', '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n'],
  ['\\*a\\* b_c_d, 2 * 3 * 4', '<p>*a* b_c_d, 2 * 3 * 4</p>\n'],
  ['~~a~~ ~~b', '<p><del>a</del> ~~b</p>\n'],
  [
    '|a|b|c|d|\n|:-|-:|:-:|-|\n|1|`c\\|d`|\n',
    '<table left,right,center,>\na | b | c | d\n1 | <code>c|d</code> |  | \n</table>\n',
  ],
  ['[a](/b)\n\n[c]()', '<p><a href="/b">a</a></p>\n<p>c</p>\n'],
  ['[a](notes.pdf)', '<p>[a](notes.pdf)</p>\n'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>\n'],
  ['<script>\na\n</script>', '<p>&lt;script&gt;\na\n&lt;/script&gt;</p>\n'],
  ['<b>*c*</b> <!-- d -->', '<p>&lt;b&gt;<em>c</em>&lt;/b&gt; &lt;!-- d --&gt;</p>\n'],
]

it.each(EXAMPLES)('reads %j', (source, expected) => {
  expect(html(source)).toBe(expected)
})

it('is mdast', () => {
  expect(parseArticle('a')).toEqual({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a' }] }],
  })
})

describe('an address in an article', () => {
  it.each(['https://x.org', 'HTTP://x.org', 'mailto:a@x.org', '/courses/sets', '#sets'])(
    'may be %s',
    (href) => expect(isSafeHref(href)).toBe(true),
  )

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'java%0ascript:x',
    'vbscript:x',
    'data:text/html,x',
    'data:image/svg+xml,x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'notes.pdf',
    '',
  ])('may not be %s, however it is written', (href) => {
    expect(isSafeHref(href)).toBe(false)
    for (const source of [
      `[a](${href})`,
      `[a](<${href}>)`,
      `![a](${href})`,
      `<${href}>`,
      `[a]\n\n[a]: ${href}`,
      `[a](${href.replace(':', '&colon;')})`,
      `[a](${href.replace('s', '&#115;')})`,
      `[a](&Tab;${href})`,
    ]) {
      const leadsTo = [...html(source).matchAll(/(?:href|src)="([^"]*)/g)]
      for (const [, url = ''] of leadsTo) expect(url).toMatch(/^(https?:\/\/|mailto:|#|\/[^/\\])/i)
    }
  })
})

describe('a hostile article', () => {
  /** Of an article's 50,000 letters, four times as many. */
  const LENGTH = 200_000
  const filled = (piece: string, length = LENGTH) => piece.repeat(length / piece.length)
  const paired = (open: string, close: string, length = LENGTH) => {
    const times = length / (open.length + close.length)
    return `${open.repeat(times)}x${close.repeat(times)}`
  }

  it.each([
    ['open brackets', filled('[', 1_000_000)],
    ['brackets', paired('[', ']', 1_000_000)],
    ['open links', filled('[a](')],
    ['links in links', paired('[', '](/a)')],
    ['pictures in pictures', paired('![', ']()')],
    ['emphasis in emphasis', paired('*', '*')],
    ['emphasis of two kinds', paired('*a **b ', '** *')],
    ['struck out', paired('~~a ', ' ~~')],
    ['quotes', filled('>', 1_000_000)],
    ['bullets', filled('- ')],
    ['numbers', filled('1. ')],
    ['an open fence', '```\n'.padEnd(LENGTH, 'a\n')],
    ['backticks of every length', Array.from({ length: 600 }, (_, n) => '`'.repeat(n)).join(' ')],
    ['a wide table', `${paired('|a', '')}\n${paired('|-', '').replace('x', '')}`],
    ['tags', filled('<a ')],
    ['references', filled('[a]: /b\n')],
  ])('of %s is read in seconds, to a tree that can be shown', (_, source) => {
    const began = performance.now()
    const tree = parseArticle(source)
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(depthOf(tree)).toBeLessThan(210)
  })
})

interface Node {
  readonly type: string
  readonly children?: readonly Node[]
}
/** Without recursion, which is what a tree too deep would break. */
function depthOf(tree: Node): number {
  let depth = 0
  for (let level: readonly Node[] = [tree]; level.length > 0; depth += 1)
    level = level.flatMap((node) => node.children ?? [])
  return depth
}
