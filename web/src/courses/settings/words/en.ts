import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  settings: 'Settings',
  settingsOf: (course: string) => `Settings of ${course}`,
  team: 'Who teaches it',
  people: 'Who learns in it',
  unsaid: 'Not said',

  about: 'About the course',
  aboutHint: 'Learners read it on the course’s page. It shows there when you publish.',
  description: 'Description',
  topicsHint: 'What people look for, such as calculus. Press Enter after each, at most ten.',

  days: 'Dates',
  daysHint: 'Between which days the course runs. They show when you publish.',
  startsOn: 'First day',
  endsOn: 'Last day',
  timeZone: 'Time zone',
  timeZoneHint: 'The days are those of this zone, such as Europe/Madrid.',

  doors: 'Access',
  doorsHint: 'These hold as soon as they are saved; public pages follow within a minute.',
  visibility: 'Who sees it',
  visibilities: {
    public: 'Everybody: it is in the catalogue',
    unlisted: 'Whoever has its address',
    private: 'Its members alone',
  },
  visibilityHints: {
    public: 'Once published, everybody finds it.',
    unlisted: 'It is in no list, and search engines are asked to leave it out.',
    private: 'It has no public page. Those who are enrolled go on; nobody else can enrol.',
  },
  enrolling: 'Enrolment',
  waysToEnrol: {
    open: 'Open',
    code: 'By a code that you hand out',
    closed: 'Closed: nobody else can enrol',
  },
  capacity: 'Places',
  capacityHint: (enrolled: number) =>
    plural(enrolled, {
      one: 'Empty: any number. # learner is enrolled.',
      other: 'Empty: any number. # learners are enrolled.',
    }),

  address: 'Address',
  slug: 'Address of its page',
  slugHint: 'Lower-case letters, digits and single hyphens, such as linear-algebra.',
  addressAsked: (old: string) =>
    `Links to /courses/${old} will lead to the new address. Folders of that name still take lectures.`,
  changeAddress: 'Change the address',
  keepAddress: 'Keep it',
  addressChanged: 'The course has its new address.',
  formerSlugs: 'These lead to it too',
}
export type Words = Translated<typeof words>
