import { articleLimits } from '#contract/articles/limits'
import {
  type ArticleBlock,
  type ArticleFigure,
  type ArticleInline,
  type ArticleList,
  type ArticleTable,
  type ArticleTree,
  type ArticleVideo,
  calloutTones,
  type HeadingDepth,
} from '#contract/articles/tree'
import { figureAt, videoAt } from './figure-address.ts'
import type { MarkdownToken as Token } from './markdown.ts'

/** Tokens that are read one after another. */
interface Reading {
  readonly tokens: readonly Token[]
  readonly notes: Notes
  at: number
}

/** The words of footnotes, by the parser's numbers. */
export type Notes = ReadonlyMap<number, ArticleInline[]>

/** What a parser of Markdown found, as an article's tree. */
export const treeOf = (tokens: readonly Token[], notes: Notes = new Map()): ArticleTree => ({
  type: 'root',
  children: blocks({ tokens, notes, at: 0 }),
})

/** The tokens within a line. */
export const inlinesOf = (tokens: readonly Token[], notes: Notes = new Map()): ArticleInline[] =>
  inlines({ tokens, notes, at: 0 }, 0)

/** What stands before the next closing token, which is read too. */
function blocks(reading: Reading): ArticleBlock[] {
  const found: ArticleBlock[] = []
  for (let token = next(reading); token && token.nesting >= 0; token = next(reading)) {
    const block = blockOf(token, reading)
    if (block) found.push(block)
  }
  return found
}

function blockOf(token: Token, reading: Reading): ArticleBlock | undefined {
  switch (token.type) {
    case 'heading_open':
      return { type: 'heading', depth: depthOf(token), children: inlineContent(reading) }
    case 'paragraph_open': {
      const children = inlineContent(reading)
      return filmOf(children) ?? figureOf(children) ?? { type: 'paragraph', children }
    }
    case 'blockquote_open': {
      const tone = calloutTones.find((one) => one === token.info)
      const children = blocks(reading)
      return tone ? { type: 'callout', tone, children } : { type: 'blockquote', children }
    }
    case 'bullet_list_open':
    case 'ordered_list_open':
      return listOf(token, reading)
    case 'table_open':
      return tableOf(reading)
    case 'fence':
    case 'code_block':
      return {
        type: 'code',
        lang: token.info.trim().split(/\s+/)[0] || null,
        value: token.content.replace(/\n$/, ''),
      }
    case 'math_block':
      return { type: 'math', value: token.content.slice(0, articleLimits.formula) }
    case 'hr':
      return { type: 'thematicBreak' }
  }
}

/** A picture by itself that is one of the course's files. */
function figureOf([image, more]: readonly ArticleInline[]): ArticleFigure | null {
  if (image?.type !== 'image' || more) return null
  const { title, alt, url } = image
  const file = figureAt(url)
  return (
    file && {
      ...{ type: 'figure', ...file, alt: alt.slice(0, articleLimits.alt) },
      children: title ? [{ type: 'text', value: title }] : [],
    }
  )
}

/** A picture by itself whose address is that of a video of the library; its words stand below it. */
function filmOf([image, more]: readonly ArticleInline[]): ArticleVideo | null {
  const assetId = image?.type === 'image' && !more ? videoAt(image.url) : null
  if (image?.type !== 'image' || assetId === null) return null
  return { type: 'video', assetId, children: image.alt ? [{ type: 'text', value: image.alt }] : [] }
}

function listOf(token: Token, reading: Reading): ArticleList {
  const ordered = token.type === 'ordered_list_open'
  const list: ArticleList = {
    type: 'list',
    ordered,
    start: ordered ? Number(token.attrGet('start') ?? 1) : null,
    spread: false,
    children: [],
  }
  for (let item = next(reading); item && item.nesting > 0; item = next(reading)) {
    // The parser hides an item's paragraphs where nothing stands between them and the next.
    list.spread ||= directly(reading).some((one) => one.type === 'paragraph_open' && !one.hidden)
    list.children.push({ type: 'listItem', children: blocks(reading) })
  }
  return list
}

/** The tokens of the level that is being read, up to its end. */
function directly({ tokens, at }: Reading): Token[] {
  const level = tokens[at - 1]?.level ?? 0
  const end = tokens.findIndex((one, index) => index >= at && one.level <= level)
  return tokens.slice(at, end).filter((one) => one.level === level + 1)
}

function tableOf(reading: Reading): ArticleTable {
  const table: ArticleTable = { type: 'table', align: [], children: [] }
  for (let token = next(reading); token && token.type !== 'table_close'; token = next(reading))
    if (token.type === 'tr_open') table.children.push({ type: 'tableRow', children: [] })
    else if (token.type === 'th_open' || token.type === 'td_open') {
      if (token.type === 'th_open') table.align.push(alignOf(token))
      table.children.at(-1)?.children.push({ type: 'tableCell', children: inlineContent(reading) })
    }
  return table
}

const alignOf = (cell: Token) => {
  const [, side] = /text-align:(left|right|center)/.exec(String(cell.attrGet('style'))) ?? []
  return side === 'left' || side === 'right' || side === 'center' ? side : null
}

const depthOf = ({ tag }: Token): HeadingDepth =>
  ([1, 2, 3, 4, 5, 6] as const).find((depth) => tag === `h${depth}`) ?? 6

/** The words of a paragraph, a heading or a cell, with its closing token. */
function inlineContent(reading: Reading): ArticleInline[] {
  const words = next(reading)
  next(reading)
  return inlinesOf(words?.children ?? [], reading.notes)
}

/** What stands before the next closing token, which is read too. */
function inlines(reading: Reading, depth: number): ArticleInline[] {
  const found: ArticleInline[] = []
  let flattened = 0
  for (let token = next(reading); token; token = next(reading)) {
    if (token.nesting < 0) {
      if (flattened === 0) break
      flattened -= 1
    } else if (token.nesting > 0) {
      if (depth === articleLimits.nested) flattened += 1
      else found.push(...wrapped(token, inlines(reading, depth + 1)))
    } else add(found, leafOf(token, reading.notes))
  }
  return found
}

function wrapped(token: Token, children: ArticleInline[]): ArticleInline[] {
  switch (token.type) {
    case 'em_open':
      return [{ type: 'emphasis', children }]
    case 'strong_open':
      return [{ type: 'strong', children }]
    case 's_open':
      return [{ type: 'delete', children }]
    case 'link_open': {
      const url = attribute(token, 'href')
      return url ? [{ type: 'link', url, title: attribute(token, 'title'), children }] : children
    }
    default:
      return children
  }
}

function leafOf(token: Token, notes: Notes): ArticleInline {
  switch (token.type) {
    case 'code_inline':
      return { type: 'inlineCode', value: token.content }
    case 'math_inline':
      return { type: 'inlineMath', value: token.content.slice(0, articleLimits.formula) }
    case 'footnote_ref': {
      const children = notes.get(Number(token.meta?.id))
      return children ? { type: 'footnote', children } : { type: 'text', value: '' }
    }
    case 'hardbreak':
      return { type: 'break' }
    case 'softbreak':
      return { type: 'text', value: '\n' }
    case 'image': {
      const alt = wordsOf(token.children ?? [])
      const url = attribute(token, 'src')
      const title = attribute(token, 'title')
      return url ? { type: 'image', url, title, alt } : { type: 'text', value: alt }
    }
    default:
      return { type: 'text', value: token.content }
  }
}

/** Neighbouring texts are one. */
function add(parts: ArticleInline[], part: ArticleInline): void {
  const last = parts.at(-1)
  if (part.type === 'text' && last?.type === 'text') last.value += part.value
  else parts.push(part)
}

const wordsOf = (tokens: readonly Token[]) =>
  tokens.map((one) => (one.type.endsWith('break') ? ' ' : one.content)).join('')

const attribute = (token: Token, name: string) => {
  const value = token.attrGet(name)
  return value ? String(value) : null
}

function next(reading: Reading): Token | undefined {
  const token = reading.tokens[reading.at]
  reading.at += 1
  return token
}
