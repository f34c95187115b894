import type { courseSayings } from '#contract/courses/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof courseSayings> = {
  slug_taken: ({ slug }) => `Another course is called ${slug} already. Choose another name.`,
  no_free_slug: 'No free address was found for this title. Choose a slug yourself.',
  authors_teach: 'Only authors of this site have courses that they teach.',
  admins_see_all: 'Only administrators of this site see everybody’s courses.',
}
