import type { Translated } from '#contract/words/translated'

export const words = {
  nameless: 'Somebody without a name',
  manage: (name: string) => `Access of ${name}`,
  access: 'Access',
  accessIs: {
    open: 'May learn in this course.',
    suspended: 'Suspended: may not learn in this course. What they did is kept.',
    ended: 'Their last day is over: they may not learn any more. What they did is kept.',
  },
  suspend: 'Suspend',
  suspendThem: (name: string) => `Suspend ${name}`,
  suspendSurely: 'Yes, suspend',
  suspendAsked:
    'They are let in no more, and stay in this list. A page that is open shows what it has for up to six hours.',
  takeBack: 'Take back',
  lastDay: 'Last day of access',
  lastDayHint:
    'This day included, by the calendar of the course. Without a day, access does not end.',
  saveDay: 'Save the day',
  noDay: 'No last day',
  remove: 'Remove',
  removeHint:
    'Takes them out of this list. What they did is kept. Where the course is open they can enrol again: to keep somebody out, suspend them.',
  removeThem: (name: string) => `Remove ${name} from the course`,
  removeAsked: (name: string) => `${name} loses the course. Remove?`,
  removeSurely: 'Yes, remove',
}
export type Words = Translated<typeof words>
