import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  duplicateCourse: 'Duplicate course',
  copyOf: (title: string) => `Copy of ${title}`,
  courseTitle: 'Title of the copy',
  copied:
    'The copy gets every module and lesson, the videos with their captions, the files and pictures that lessons show, and the settings. Links between lessons lead to the copy’s own.',
  notCopied:
    'Not copied: learners and their progress, the team, the history, and videos or files that no lesson shows. The copy is a private draft, and you own it.',
  newFirstDay: 'First day of the copy',
  newFirstDayHint: 'All dates move with it by the same number of days.',
  movesBy: (days: number) =>
    days === 0
      ? 'Dates stay as they are.'
      : days > 0
        ? plural(days, { one: 'Dates move # day later.', other: 'Dates move # days later.' })
        : plural(-days, { one: 'Dates move # day earlier.', other: 'Dates move # days earlier.' }),
  beforeAndAfter: 'Dates before and after',
  what: 'What',
  before: 'Before',
  after: 'After',
  firstDay: 'First day',
  lastDay: 'Last day',
  opens: (title: string) => `“${title}” opens`,
  andMore: (count: number) =>
    plural(count, { one: 'and # more lesson', other: 'and # more lessons' }),
  duplicate: 'Duplicate',
  cancel: 'Cancel',

  beingCopied: (title: string) => `This course is being copied from “${title}”.`,
  soFar: (copied: number, total: number) =>
    plural(total, {
      one: `${copied} of # video or file is copied.`,
      other: `${copied} of # videos and files are copied.`,
    }),
  publishLater: 'It can be published once everything is there. You can leave this page.',
  notWhole: 'This copy is not complete yet: copying stopped before its end.',
  areMissing: 'These were deleted from the original before they could be copied:',
  tryAgain: 'Try again',
  goOnWithout: 'Go on without them',
}
export type Words = Translated<typeof words>
