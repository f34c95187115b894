import type { ArticleBlock, ArticleFigure } from './tree.ts'

/** The pictures of an article, in their order, however deep they stand. */
export const figuresIn = (blocks: readonly ArticleBlock[]): ArticleFigure[] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'figure':
        return [block]
      case 'blockquote':
      case 'callout':
        return figuresIn(block.children)
      case 'list':
        return block.children.flatMap((item) => figuresIn(item.children))
      default:
        return []
    }
  })
