import type { RulesOf } from './rules.ts'

export const article: RulesOf<'article', never> = {
  problems: {},
  problem: () => null,
  frames: () => [],
  assetId: () => undefined,
}
