import { streamFilters } from '#lib/data/stream-filters'

/**
 * Which entities' changes wake the exporter, by what became of an item. `test/stacks/reactions.test.ts` holds it to
 * what core records.
 */
export const RECORDED_FILTERS = streamFilters({
  created: ['enrolment', 'progress'],
  changed: ['enrolment', 'progress', 'course', 'asset'],
  removed: ['enrolment'],
})
