import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { parseArticle } from '#contract/articles/parse-article'
import { isSafeHref } from '#contract/articles/safe-href'
import { htmlOf } from '#test/support/article-html'

/** The examples of CommonMark's own specification: a source and what it becomes, tabs as arrows. */
const specification = readFileSync(
  createRequire(import.meta.url).resolve('commonmark-spec/spec.txt'),
  'utf8',
)
const examples = [
  ...specification.matchAll(/^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm),
].map(([, source = '', html = ''], at) => ({
  number: at + 1,
  source: source.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}))

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
