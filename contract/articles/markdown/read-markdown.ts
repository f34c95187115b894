/// <reference path="./markdown-it-footnote.d.ts" />
import footnotes from 'markdown-it-footnote'
import type { ArticleDocument } from '#contract/articles/document'
import type { ArticleInline } from '#contract/articles/tree'
import { type MarkdownToken, makeMarkdown } from './markdown.ts'
import { readCallouts, readFormulas } from './markdown-rules.ts'
import { inlinesOf, type Notes, treeOf } from './tree-of.ts'

const markdown = makeMarkdown().use(footnotes).use(readCallouts).use(readFormulas)

/** Markdown from elsewhere: as articles were written, and with GitHub's callouts and footnotes, and TeX between dollars. */
export function readMarkdown(source: string): ArticleDocument {
  const tokens = markdown.parse(source, {})
  const from = tokens.findIndex(({ type }) => type === 'footnote_block_open')
  const [text, behind] =
    from < 0 ? [tokens, []] : [tokens.slice(0, from), tokens.slice(from + 1, -1)]
  return { version: 1, children: treeOf(text, notesIn(behind)).children }
}

/** The words of each footnote, which the parser puts behind the article; its paragraphs become lines. */
function notesIn(tokens: readonly MarkdownToken[]): Notes {
  const notes = new Map<number, ArticleInline[]>()
  let parts: ArticleInline[] = []
  for (const { type, meta, children } of tokens)
    if (type === 'footnote_open') {
      parts = []
      notes.set(Number(meta?.id), parts)
    } else if (type === 'inline') {
      if (parts.length > 0) parts.push({ type: 'break' })
      parts.push(...inlinesOf(children ?? []))
    }
  return notes
}
