import type { Translated } from '#contract/words/translated'

export const words = {
  roles: {
    owner: 'Owner',
    teacher: 'Teacher',
    assistant: 'Assistant',
    admin: 'Administrator',
  },
  /** Within a sentence. */
  rightsWithin: {
    edit: 'change modules and lessons',
    publish: 'publish',
    media: 'manage videos, files and captions',
    reports: 'see reports',
    settings: 'change title, description, access and address',
    announce: 'write announcements',
    people: 'manage learners',
  },
  iMayLook: 'You help to teach this course: you may look at everything and change nothing.',
  iMay: (rights: string) => `You help to teach this course: you may ${rights}.`,
}
export type Words = Translated<typeof words>
