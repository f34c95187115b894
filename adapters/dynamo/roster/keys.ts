import type { Declared } from '#adapters/dynamo/plain-keys'

/** By which a course's learners are found: a line for each thing that one may look for. */
export const rosterEntryKeys = {
  model: { entity: 'rosterentry', version: '1', service: 'lectern' },
  indexes: {
    ofCourse: {
      pk: { field: 'pk', composite: ['courseId'] },
      sk: { field: 'sk', composite: ['entry'] },
    },
  },
} as const satisfies Declared

/** The lists: all by name, names by each of their words, and e-mail addresses. */
export type RosterList = 'name' | 'word' | 'address'

/** What an entry of a list begins with: the list is before all that it says. */
export const entryOf = (list: RosterList, text: string): string => `${list}:${text}`

/** In one partition with the learner's progress, which is read with it when they come back. */
export const formerEnrolmentKeys = {
  model: { entity: 'formerenrolment', version: '1', service: 'lectern' },
  indexes: {
    inCourse: {
      pk: { field: 'pk', composite: ['userId', 'courseId'] },
      sk: { field: 'sk', composite: [] },
    },
  },
} as const satisfies Declared
