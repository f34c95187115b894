import { embedPage, providerName } from '#contract/lessons/kinds/embed-page'
import { isWatched, unionOfRanges } from '#contract/progress/watched-ranges'
import { rangesWithin } from '#contract/progress/within-stream'
import { say } from '#contract/say'
import { DomainError } from '#core/platform/errors'
import type { KindOf } from './kind.ts'

/**
 * Complete when its learner says so, and with it tells of as many seconds of looking at the page as its author asks
 * for. Nobody sees what goes on in a page of somebody else: the time alone would complete it for a tab that was left
 * open, and the word alone for whoever only came by.
 */
export const embed: KindOf<'embed'> = {
  check: async ({ lessons }, _, { address }) => {
    if (address && !embedPage(address, lessons.embeds))
      throw new DomainError(
        'invalid',
        say('page_not_allowed', { allowed: lessons.embeds.map(providerName) }),
      )
  },
  text: () => null,
  searchText: () => '',
  withoutText: (lesson) => lesson,

  publish: ({ kind, id, title, address, openMinutes }) => {
    if (address === null) throw new Error(`The lesson ${id} lacks its page`)
    return {
      line: { kind, id, title, durationSeconds: null },
      content: { kind, address, openMinutes },
      syllabus: { kind, id, openMinutes },
    }
  },

  current: async (lesson) => lesson,
  // Seconds of looking at it stand where a video has its own, up to what is asked for.
  within: (progress, { openMinutes }) => {
    const seconds = openMinutes * 60
    return {
      ...progress,
      positionSeconds: Math.min(progress.positionSeconds, seconds),
      watched: seconds > 0 ? unionOfRanges(rangesWithin(progress.watched, seconds)) : [],
    }
  },
  completes: ({ completed, watched }, _, { openMinutes }) =>
    completed && isWatched(watched, { durationSeconds: openMinutes * 60, completionShare: 1 }),
}
