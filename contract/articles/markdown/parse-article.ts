import type { ArticleTree } from '#contract/articles/tree'
import { makeMarkdown } from './markdown.ts'
import { treeOf } from './tree-of.ts'

const markdown = makeMarkdown()

/** An article's Markdown, which is CommonMark with GitHub's tables and `~~`, as its tree. Raw HTML is text. */
export const parseArticle = (source: string): ArticleTree => treeOf(markdown.parse(source, {}))
