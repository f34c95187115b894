import MarkdownIt, { type MarkdownIt as Markdown, type Token as MarkdownToken } from 'markdown-it'
import { articleLimits } from '#contract/articles/limits'
import { isSafeHref } from '#contract/articles/safe-href'

export type { Markdown, MarkdownToken }

/** CommonMark with GitHub's tables and `~~`. Without `html` it is text. What `validateLink` refuses stays the text it was. */
export function makeMarkdown(): Markdown {
  const markdown = new MarkdownIt({ html: false, maxNesting: articleLimits.nested })
  markdown.validateLink = isSafeHref
  markdown.core.ruler.push('unescape_info', ({ tokens }) => {
    for (const token of tokens) token.info = markdown.utils.unescapeAll(token.info)
  })
  return markdown
}
