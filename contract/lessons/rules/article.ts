import { figuresIn, videosIn } from '#contract/articles/figures'
import type { RulesOf } from './rules.ts'

export const article: RulesOf<'article', never> = {
  problems: {},
  problem: () => null,
  needsFiles: false,
  frames: () => [],
  assetId: () => undefined,
  videosWithin: ({ text }) =>
    text && typeof text !== 'string' ? videosIn(text.children).map(({ assetId }) => assetId) : [],
  // What is Markdown still names none.
  fileIds: ({ text }) =>
    text && typeof text !== 'string' ? figuresIn(text.children).map(({ fileId }) => fileId) : [],
}
