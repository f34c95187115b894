import type { ArticleDocument } from '#contract/articles/document'
import type { ArticleBlock, ArticleInline } from '#contract/articles/tree'

export type Note = Extract<ArticleInline, { type: 'footnote' }>

/** An article's footnotes, in the order in which they are spoken of. */
export const notesIn = ({ children }: ArticleDocument): Note[] =>
  linesIn(children).flatMap((line) =>
    everyPart(line).flatMap((part) => (part.type === 'footnote' ? part : [])),
  )

export const hasFormulas = ({ children }: ArticleDocument): boolean =>
  blocksIn(children).some(({ type }) => type === 'math') ||
  linesIn(children).some((line) => everyPart(line).some(({ type }) => type === 'inlineMath'))

const blocksIn = (blocks: readonly ArticleBlock[]): ArticleBlock[] =>
  blocks.flatMap((block) => {
    if (block.type === 'blockquote' || block.type === 'callout')
      return [block, ...blocksIn(block.children)]
    if (block.type === 'list')
      return [block, ...block.children.flatMap((item) => blocksIn(item.children))]
    return block
  })

const linesIn = (blocks: readonly ArticleBlock[]): ArticleInline[][] =>
  blocksIn(blocks).flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return [block.children]
    if (block.type === 'table')
      return block.children.flatMap((row) => row.children.map((cell) => cell.children))
    return []
  })

const everyPart = (parts: readonly ArticleInline[]): ArticleInline[] =>
  parts.flatMap((part) => ('children' in part ? [part, ...everyPart(part.children)] : part))
