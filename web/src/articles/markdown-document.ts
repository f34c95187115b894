import { documentOf } from '#contract/articles/markdown/document-of'

/** Comes by itself: what was written in the editor is no Markdown. */
export default documentOf
