declare module 'markdown-it-footnote' {
  import type { Markdown } from '#contract/articles/markdown/markdown'

  const footnotes: (markdown: Markdown) => void
  export default footnotes
}
