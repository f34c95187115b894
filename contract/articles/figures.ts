import type { ArticleBlock, ArticleFigure, ArticleVideo } from './tree.ts'

/** The pictures of an article, in their order, however deep they stand. */
export const figuresIn = (blocks: readonly ArticleBlock[]): ArticleFigure[] =>
  innermost(blocks).flatMap((block) => (block.type === 'figure' ? [block] : []))

/** The videos that stand in an article. */
export const videosIn = (blocks: readonly ArticleBlock[]): ArticleVideo[] =>
  innermost(blocks).flatMap((block) => (block.type === 'video' ? [block] : []))

/** All blocks that hold no others. */
const innermost = (blocks: readonly ArticleBlock[]): ArticleBlock[] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'blockquote':
      case 'callout':
        return innermost(block.children)
      case 'list':
        return block.children.flatMap((item) => innermost(item.children))
      default:
        return [block]
    }
  })
