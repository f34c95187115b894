import type { Translated } from '#contract/words/translated'

export const words = {
  opens: 'When it opens',
  atOnce: 'At once.',
  alsoOfModule: 'Of its module:',
  change: 'Change the rules',
  changeOf: (title: string) => `Change the rules of ${title}`,
  title: (title: string) => `When “${title}” opens`,
  allHold:
    'It opens to a learner when all of these hold. What they have completed stays open to them.',
  allHoldOfModule:
    'Its lessons open to a learner when all of these hold, and the rules of their own. What they have completed stays open to them.',
  none: 'There are no rules: it opens at once.',
  rule: (number: number) => `Rule ${number}`,
  kinds: {
    day: 'On a day',
    days: 'Days after enrolling',
    lesson: 'After a lesson is complete',
    module: 'After a module is complete',
  },
  day: 'Day',
  inZone: (zone: string) => `It begins at midnight in the course’s time zone, ${zone}.`,
  days: 'Number of days',
  lesson: 'Lesson',
  module: 'Module',
  percent: 'Percent of its lessons',
  choose: 'Choose one',
  remove: (number: number) => `Remove rule ${number}`,
  add: 'Add a rule',
  most: (count: number) => `That is as many as there can be: ${count}.`,
  save: 'Save',
  cancel: 'Cancel',
}
export type Words = Translated<typeof words>
