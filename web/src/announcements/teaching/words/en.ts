import type { ReactNode } from 'react'
import type { Translated } from '#contract/words/translated'

export const words = {
  announcements: 'Announcements',
  announcementsOf: (course: string) => `Announcements: ${course}`,
  lead: 'Tell everybody who learns this course something: they read it in the course.',
  begin: 'New announcement',
  asLearners: 'As learners see them',
  none: 'Nothing announced yet',
  noneText: 'Begin with a welcome: who you are, and how to reach you.',
  untitled: 'Untitled',
  pinned: 'Pinned',
  pin: 'Pin it: before all others',
  draft: 'Draft',
  outOn: (when: ReactNode): ReactNode => ['Out on ', when],
  outSince: (when: ReactNode): ReactNode => ['Out since ', when],

  title: 'Title',
  text: 'Text',
  tooLong: 'The announcement is too long. Put the rest into a lesson, and link to it.',
  publication: 'When learners read it',
  isDraft: 'This is a draft: no learner reads it.',
  comesOut: (when: ReactNode, zone: string): ReactNode => [
    'Learners read it from ',
    when,
    ` on (${zone}).`,
  ],
  isOut: (when: ReactNode): ReactNode => [
    'Learners have been able to read it since ',
    when,
    '. What you change they see at once.',
  ],
  publish: 'Publish now',
  schedule: 'Schedule',
  reschedule: 'Change the time',
  later: 'Publish later',
  at: (zone: string) => `Date and time (${zone})`,
  atHint: 'In the time zone of the course.',
  inYourZone: (when: string) => `In your time zone: ${when}.`,
  isOver: 'This time is over: the announcement would come out at once.',
  withdraw: 'Make it a draft again',
  remove: 'Delete this announcement',
  removeQuestion: (title: ReactNode): ReactNode => ['Delete ', title, ' for good?'],
}
export type Words = Translated<typeof words>
