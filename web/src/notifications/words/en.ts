import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  notifications: 'Notifications',
  bell: (unread: number) =>
    unread === 0
      ? 'Notifications'
      : plural(unread, { one: 'Notifications: # unread', other: 'Notifications: # unread' }),
  many: '9+',
  unread: 'Unread',
  markAll: 'Mark all as read',
  allRead: 'All of them are read.',
  none: 'Nothing new',
  noneText: 'When a course of yours announces something, you find it here.',
  findCourse: 'My courses',
}
export type Words = Translated<typeof words>
