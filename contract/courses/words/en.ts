import type { courseSayings } from '#contract/courses/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof courseSayings> = {
  slug_taken: ({ slug }) => `Another course is called ${slug} already. Choose another name.`,
  no_free_slug: 'No free address was found for this title. Choose a slug yourself.',
  ends_before_start: 'The last day is before the first. Choose a later one.',
  fewer_than_enrolled: ({ enrolled }) =>
    `${enrolled} have enrolled already: the course cannot have fewer places. To let nobody else in, close enrolment.`,
  enrolment_closed: 'Enrolment in this course is closed.',
  all_places_taken: 'All places of this course are taken.',
  media_not_ready: ({ names }) =>
    `Not everything that lessons show is ready: ${names.map((name) => `“${name}”`).join(', ')}. Wait until it is, or take it out of the lessons; then the course can be copied.`,
  source_still_copying:
    'This course is a copy that is not complete yet. Once it is, it can be copied, too.',
  still_copying:
    'The videos and files of this copy are not all there yet. It can be published once they are.',
  admins_see_all: 'Only administrators of this site see everybody’s courses.',
}
