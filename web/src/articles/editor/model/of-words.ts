import type { ArticleDocument } from '#contract/articles/document'
import type { ArticleBlock, ArticleInline } from '#contract/articles/tree'

/** A document without its pictures, videos and notes, however deep they stand. */
export const ofWords = (document: ArticleDocument): ArticleDocument => ({
  ...document,
  children: blocksOf(document.children),
})

const blocksOf = (blocks: readonly ArticleBlock[]): ArticleBlock[] =>
  blocks.flatMap((block): ArticleBlock[] => {
    switch (block.type) {
      case 'figure':
      case 'video':
        return []
      case 'heading':
      case 'paragraph':
        return [{ ...block, children: inlinesOf(block.children) }]
      case 'blockquote':
      case 'callout':
        return [{ ...block, children: blocksOf(block.children) }]
      case 'list': {
        const items = block.children.map((item) => ({ ...item, children: blocksOf(item.children) }))
        return [{ ...block, children: items }]
      }
      case 'table': {
        const cells = (row: (typeof block.children)[number]) =>
          row.children.map((cell) => ({ ...cell, children: inlinesOf(cell.children) }))
        return [
          { ...block, children: block.children.map((row) => ({ ...row, children: cells(row) })) },
        ]
      }
      default:
        return [block]
    }
  })

const inlinesOf = (parts: readonly ArticleInline[]): ArticleInline[] =>
  parts.flatMap((part): ArticleInline[] => {
    if (part.type === 'footnote') return []
    return 'children' in part ? [{ ...part, children: inlinesOf(part.children) }] : [part]
  })
