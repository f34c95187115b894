import type { JSONContent } from '@tiptap/core'
import type { ArticleDocument } from '#contract/articles/document'
import { isSafeHref } from '#contract/articles/safe-href'
import {
  type ArticleBlock,
  type ArticleInline,
  type ArticleList,
  type ArticleTable,
  calloutTones,
  type HeadingDepth,
} from '#contract/articles/tree'
import { isId } from '#contract/platform/id-form'

/** What the editor holds as an article: no empty paragraphs, and addresses that an article may lead to. */
export const fromEditor = ({ content = [] }: JSONContent): ArticleDocument => ({
  version: 1,
  children: blocks(content),
})

const blocks = (nodes: readonly JSONContent[]): ArticleBlock[] => nodes.flatMap(block)

function block({ type, attrs = {}, content = [] }: JSONContent): ArticleBlock[] {
  switch (type) {
    case 'heading':
      return [{ type, depth: depthOf(attrs.level), children: inlines(content) }]
    case 'paragraph': {
      const children = inlines(content)
      return children.length > 0 ? [{ type, children }] : []
    }
    case 'blockquote':
      return [{ type, children: blocks(content) }]
    case 'callout': {
      const tone = calloutTones.find((one) => one === attrs.tone) ?? 'note'
      return [{ type, tone, children: blocks(content) }]
    }
    case 'bulletList':
    case 'orderedList':
      return [list(type === 'orderedList', attrs, content)]
    case 'codeBlock':
      return [{ type: 'code', lang: text(attrs.language), value: content.map(textIn).join('') }]
    case 'mathBlock':
      return [{ type: 'math', value: text(attrs.value) ?? '' }]
    case 'table':
      return [table(content)]
    case 'figure': {
      const { fileId, width, height, widths, alt, decorative, caption } = attrs
      // One that is on its way is no part of the article yet.
      if (typeof fileId !== 'string' || !isId('fil', fileId)) return []
      const said = { alt: text(alt) ?? '', decorative: decorative === true }
      return [{ type, fileId, width, height, widths, ...said, children: caption }]
    }
    case 'video': {
      const { assetId, caption } = attrs
      if (typeof assetId !== 'string' || !isId('ast', assetId)) return []
      return [{ type, assetId, children: caption }]
    }
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    default:
      return []
  }
}

const depthOf = (level: unknown): HeadingDepth =>
  ([1, 2, 3, 4, 5, 6] as const).find((depth) => depth === level) ?? 2

const list = (
  ordered: boolean,
  { start, spread }: NonNullable<JSONContent['attrs']>,
  content: readonly JSONContent[],
): ArticleList => ({
  type: 'list',
  ordered,
  start: ordered ? (Number.isSafeInteger(start) ? start : 1) : null,
  spread: spread === true,
  children: content.map((item) => ({ type: 'listItem', children: blocks(item.content ?? []) })),
})

/** A cell over several columns stands in the first of them. */
function table(rows: readonly JSONContent[]): ArticleTable {
  const cells = rows.map(({ content = [] }) =>
    content.flatMap((cell) => [
      cell,
      ...Array<JSONContent>(Math.min((cell.attrs?.colspan ?? 1) - 1, 100)).fill({}),
    ]),
  )
  const columns = Math.max(...cells.map(({ length }) => length))
  return {
    type: 'table',
    align: Array.from({ length: columns }, (_, at) => sideOf(cells[0]?.[at]?.attrs?.align)),
    children: cells.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: columns }, (_, at) => ({
        type: 'tableCell',
        children: (row[at]?.content ?? []).flatMap((line, place) => [
          ...(place > 0 ? [{ type: 'break' as const }] : []),
          ...inlines(line.content ?? []),
        ]),
      })),
    })),
  }
}
const sideOf = (side: unknown) =>
  (['left', 'right', 'center'] as const).find((one) => one === side) ?? null

interface Run {
  readonly part: ArticleInline
  readonly marks: NonNullable<JSONContent['marks']>
}

const inlines = (content: readonly JSONContent[]): ArticleInline[] =>
  nested(
    content.flatMap((node) => {
      const part = leaf(node)
      const { marks = [] } = node
      return part ? [{ part, marks: marks.filter(isKept) }] : []
    }),
    0,
  )

const isKept = ({ type, attrs }: Run['marks'][number]) =>
  type !== 'link' || (typeof attrs?.href === 'string' && isSafeHref(attrs.href))

/** From the outside. */
const ORDER = ['link', 'bold', 'italic', 'strike'] as const

/** Neighbours with a mark in common stand within it together. */
function nested(runs: readonly Run[], level: number): ArticleInline[] {
  const type = ORDER[level]
  if (!type) return joined(runs.map(({ part }) => part))
  const found: ArticleInline[] = []
  for (let at = 0; at < runs.length; ) {
    const mark = markIn(runs[at], type)
    const same = JSON.stringify(mark)
    let end = at + 1
    while (end < runs.length && JSON.stringify(markIn(runs[end], type)) === same) end += 1
    const inside = nested(runs.slice(at, end), level + 1)
    found.push(...(mark ? [wrapped(type, mark.attrs, inside)] : inside))
    at = end
  }
  return joined(found)
}

const markIn = (run: Run | undefined, type: string) => run?.marks.find((one) => one.type === type)

const wrapped = (
  type: (typeof ORDER)[number],
  attrs: JSONContent['attrs'],
  children: ArticleInline[],
): ArticleInline =>
  type === 'link'
    ? { type, url: attrs?.href, title: text(attrs?.title), children }
    : { type: NAMES[type], children }
const NAMES = { bold: 'strong', italic: 'emphasis', strike: 'delete' } as const

function leaf({
  type,
  attrs = {},
  marks = [],
  text: value = '',
}: JSONContent): ArticleInline | null {
  switch (type) {
    case 'text':
      return marks.some((mark) => mark.type === 'code')
        ? { type: 'inlineCode', value }
        : { type: 'text', value }
    case 'inlineMath':
      return { type, value: text(attrs.value) ?? '' }
    case 'footnote':
      return { type, children: attrs.parts }
    case 'image': {
      const url = text(attrs.src)
      if (!url || !isSafeHref(url)) return null
      return { type, url, title: text(attrs.title), alt: text(attrs.alt) ?? '' }
    }
    case 'hardBreak':
      return { type: 'break' }
    default:
      return null
  }
}

const joined = (parts: readonly ArticleInline[]): ArticleInline[] => {
  const found: ArticleInline[] = []
  for (const part of parts) {
    const last = found.at(-1)
    if (
      (part.type === 'text' || part.type === 'inlineCode') &&
      (last?.type === 'text' || last?.type === 'inlineCode') &&
      last.type === part.type
    )
      found[found.length - 1] = { ...last, value: last.value + part.value }
    else found.push(part)
  }
  return found
}

const textIn = (node: JSONContent) => node.text ?? ''
const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
