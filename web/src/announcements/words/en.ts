import type { ReactNode } from 'react'
import type { Translated } from '#contract/words/translated'

export const words = {
  announcements: 'Announcements',
  announcementsOf: (course: string) => `Announcements: ${course}`,
  backToCourse: 'Back to the course',
  none: 'No announcements yet',
  noneText: 'What the teachers of this course have to tell you will stand here.',
  notYours: 'You are not enrolled in this course',
  notYoursText: 'Its announcements are for those who learn it.',
  toCourse: 'Go to the course',
  notify: 'Notify me of new ones',
  isNew: 'New',
  pinned: 'Pinned',
  by: (name: ReactNode): ReactNode => ['by ', name],
  edited: (when: ReactNode): ReactNode => ['changed ', when],
}
export type Words = Translated<typeof words>
