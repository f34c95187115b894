import type { ArticleDocument } from '#contract/articles/document'
import { type ArticleSource, documentOf } from '#contract/articles/markdown/document-of'
import { fromEditor } from './from-editor.ts'
import { toEditor } from './to-editor.ts'

/**
 * An article as the text of a field: JSON of what the editor would make of it, so that opening it is no change. What is
 * kept as Markdown stays so until somebody writes.
 */
export const articleText = (source: ArticleSource): string =>
  JSON.stringify(fromEditor(toEditor(documentOf(source))))

/** Of `articleText`, or of what this tab kept of it. */
export const documentIn = (text: string): ArticleDocument => JSON.parse(text)
