import type {
  BlockContent,
  FootnoteDefinition,
  Image,
  ListItem,
  Literal,
  PhrasingContent,
} from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import type { ArticleDocument } from '#contract/articles/document'
import { wordsOf } from '#contract/articles/search-text'
import type {
  ArticleBlock,
  ArticleFigure,
  ArticleInline,
  ArticleList,
} from '#contract/articles/tree'
import { figureAddress, videoAddress } from './figure-address.ts'

/** An article as Markdown that `readMarkdown` reads as the same article. */
export function markdownOf({ children }: ArticleDocument): string {
  const notes: FootnoteDefinition[] = []
  const blocks = children.flatMap((block) => blockOf(block, notes))
  return toMarkdown({ type: 'root', children: [...blocks, ...notes] }, OPTIONS)
}

/** What is Markdown already. */
interface Raw extends Literal {
  type: 'raw'
}
declare module 'mdast' {
  interface BlockContentMap {
    raw: Raw
  }
  interface PhrasingContentMap {
    raw: Raw
  }
  interface RootContentMap {
    raw: Raw
  }
}

/** A formula, whose letters mean nothing to Markdown. */
const asItIs: Handle = ({ value }: { value: string }) => value

const OPTIONS: Options = {
  ...{ bullet: '-', emphasis: '_', fences: true, incrementListMarker: true, rule: '-' },
  ...{ listItemIndent: 'one', resourceLink: true },
  extensions: [
    gfmTableToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmFootnoteToMarkdown(),
    { unsafe: [{ character: '$', inConstruct: 'phrasing' }] },
  ],
  handlers: { raw: asItIs },
}

function blockOf(block: ArticleBlock, notes: FootnoteDefinition[]): BlockContent | BlockContent[] {
  switch (block.type) {
    case 'blockquote':
      return { ...block, children: blocksOf(block.children, notes) }
    case 'callout': {
      const mark = { type: 'raw' as const, value: `[!${block.tone.toUpperCase()}]` }
      const [first, ...rest] = block.children
      // The mark's line and the first paragraph's are of one paragraph.
      const isParagraph = first?.type === 'paragraph'
      const words = isParagraph ? inlinesOf(first.children, notes) : []
      const line = { type: 'text' as const, value: '\n' }
      return {
        type: 'blockquote',
        children: [
          { type: 'paragraph', children: words.length > 0 ? [mark, line, ...words] : [mark] },
          ...blocksOf(isParagraph ? rest : block.children, notes),
        ],
      }
    }
    case 'list':
      return {
        ...block,
        spread: isSpread(block),
        children: block.children.map(
          ({ children }): ListItem => ({
            type: 'listItem',
            spread: isSpread(block),
            children: blocksOf(children, notes),
          }),
        ),
      }
    case 'table':
      return {
        ...block,
        children: block.children.map((row) => ({
          type: 'tableRow',
          children: row.children.map((cell) => ({
            type: 'tableCell',
            children: inlinesOf(cell.children, notes),
          })),
        })),
      }
    case 'math': {
      const longest = Math.max(1, ...[...block.value.matchAll(/\$+/g)].map(([run]) => run.length))
      const fence = '$'.repeat(longest + 1)
      return { type: 'raw', value: `${fence}\n${block.value}\n${fence}` }
    }
    case 'figure':
      return { type: 'paragraph', children: [imageOf(block)] }
    case 'video': {
      const image: Image = {
        type: 'image',
        url: videoAddress(block.assetId),
        alt: wordsOf(block.children),
      }
      return { type: 'paragraph', children: [image] }
    }
    case 'code':
    case 'thematicBreak':
      return block
    default:
      return { ...block, children: inlinesOf(block.children, notes) }
  }
}

/** Its words are plain there. */
const imageOf = (figure: ArticleFigure): Image => ({
  type: 'image',
  url: figureAddress(figure),
  alt: figure.alt,
  title: wordsOf(figure.children) || null,
})

const blocksOf = (blocks: readonly ArticleBlock[], notes: FootnoteDefinition[]): BlockContent[] =>
  blocks.flatMap((block) => blockOf(block, notes))

/** Paragraphs after one another are two in a list with room between its items alone. */
const isSpread = ({ spread, children }: ArticleList): boolean =>
  spread ||
  children.some((item) =>
    item.children.some(
      ({ type }, at) => type === 'paragraph' && item.children[at + 1]?.type === 'paragraph',
    ),
  )

const inlinesOf = (
  parts: readonly ArticleInline[],
  notes: FootnoteDefinition[],
): PhrasingContent[] => parts.map((part) => inlineOf(part, notes))

function inlineOf(part: ArticleInline, notes: FootnoteDefinition[]): PhrasingContent {
  switch (part.type) {
    case 'inlineMath': {
      const longest = Math.max(1, ...[...part.value.matchAll(/\$+/g)].map(([run]) => run.length))
      const mark = '$'.repeat(longest + 1)
      return {
        type: 'raw',
        value: isPlain(part.value) ? `$${part.value}$` : `${mark} ${part.value} ${mark}`,
      }
    }
    case 'footnote': {
      const identifier = String(notes.length + 1)
      const note: FootnoteDefinition = { type: 'footnoteDefinition', identifier, children: [] }
      notes.push(note)
      note.children = [{ type: 'paragraph', children: inlinesOf(part.children, notes) }]
      return { type: 'footnoteReference', identifier }
    }
    case 'link':
    case 'emphasis':
    case 'strong':
    case 'delete':
      return { ...part, children: inlinesOf(part.children, notes) }
    default:
      return part
  }
}
const isPlain = (formula: string) => /^[^\s$](?:[^$\n]*[^\s$\\])?$/.test(formula)
