import { figuresIn } from '#contract/articles/figures'
import type { RulesOf } from './rules.ts'

export const article: RulesOf<'article', never> = {
  problems: {},
  problem: () => null,
  frames: () => [],
  assetId: () => undefined,
  // What is Markdown still names none.
  fileIds: ({ text }) =>
    text && typeof text !== 'string' ? figuresIn(text.children).map(({ fileId }) => fileId) : [],
}
