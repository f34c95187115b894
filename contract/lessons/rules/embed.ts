import { embedPage, frameOrigins } from '#contract/lessons/kinds/embed-page'
import { OF_LESSON, type RulesOf } from './rules.ts'

const problems = { lesson_lacks_page: OF_LESSON, lesson_page_not_allowed: OF_LESSON }

export const embed: RulesOf<'embed', keyof typeof problems> = {
  problems,
  problem: ({ address }, { settings }) => {
    if (address === null) return 'lesson_lacks_page'
    // The settings may have changed since the author chose it.
    return embedPage(address, settings.embeds) ? null : 'lesson_page_not_allowed'
  },
  needsFiles: false,
  frames: ({ embeds }) => frameOrigins(embeds),
  assetId: () => undefined,
  videosWithin: () => [],
  fileIds: () => [],
}

/** Why an address is refused. */
export const embedRefusals = { page_not_allowed: { allowed: 'texts' } } as const
