import type { ArticleDocument } from '#contract/articles/document'
import { parseArticle } from './parse-article.ts'

/** An article's text: a document, or Markdown, in which articles were kept before. */
export type ArticleSource = ArticleDocument | string

/** A text as the document that it is. What was Markdown is read as it always was. */
export const documentOf = (source: ArticleSource): ArticleDocument =>
  typeof source === 'string' ? { version: 1, children: parseArticle(source).children } : source
