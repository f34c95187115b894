import { expect, it } from 'vitest'
import { parseArticle } from '#contract/articles/markdown/parse-article'
import { isSafeHref } from '#contract/articles/safe-href'
import { htmlOf } from '#test/support/article-html'
import { commonMarkExamples as examples } from '#test/support/commonmark'

/** What articles do otherwise on purpose: no HTML, and no address but safe ones. */
const isOtherwise = ({ source, html }: (typeof examples)[number]) =>
  [...html.matchAll(/(?:href|src)="([^"]*)"/g)].some(([, url = '']) => !isSafeHref(url)) ||
  /<[a-z!?/]/i.test(source.replace(/<(https?:|mailto:)|<[a-z0-9.]+@/gi, ''))

const held = examples.filter((example) => !isOtherwise(example))

it('holds most of the specification', () => {
  expect(examples.length).toBeGreaterThan(640)
  expect(held.length).toBeGreaterThan(480)
})

it.each(held)('reads example $number as CommonMark does', ({ source, html }) => {
  expect(htmlOf(parseArticle(source))).toBe(html)
})
