import type { ReactNode } from 'react'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')
const lessonsIn = (count: number) => plural(count, { one: '# lesson', other: '# lessons' })
const modulesIn = (count: number) => plural(count, { one: '# module', other: '# modules' })

export const words = {
  publishCourse: 'Publish this course',
  whatChanges: 'What changes for learners',
  firstTime: 'It is published for the first time. Learners find it in the catalogue then.',
  nothingChanged: 'Nothing changed.',
  moreChanges: (count: number) =>
    plural(count, { one: 'And # more change.', other: 'And # more changes.' }),
  lookAgain: 'Worth another look',
  mayPublish: 'You can publish all the same.',
  moreWarnings: (count: number) => plural(count, { one: 'And # more.', other: 'And # more.' }),
  publishNow: 'Publish now',
  notYet: 'Not yet',
  notLooked: (why: string) => `What changes could not be worked out. ${why}`,
  lookOnceMore: 'Look once more',
  beingCompared: 'Being compared',

  publishLater: 'Publish at a time to come',
  publishAt: 'Date and time, in your time zone',
  asItIsThen: 'The draft is published as it is then.',
  schedule: 'Publish then',
  scheduledFor: (when: string, by: ReactNode): ReactNode => [
    `The draft is published by itself on ${when}. Chosen by `,
    by,
    '.',
  ],
  aTeacher: 'a teacher',
  cancelSchedule: 'Do not publish it then',
  notPublishedAt: (when: string, why: string) => `It was not published on ${when}. ${why}`,
  forget: 'Close this message',

  courseRenamed: (from: ReactNode, to: ReactNode): ReactNode => [
    'The course is called “',
    to,
    '”, before “',
    from,
    '”.',
  ],
  summaryChanged: 'The summary is another.',
  descriptionChanged: 'The description is another.',
  coverChanged: 'The cover is another picture, or shows another part of it.',
  coverGenerated: 'The cover is the generated one again.',
  languageChanged: (language: string) => `Its language is ${language}.`,
  languageUnsaid: 'Its language is not said any more.',
  levelChanged: (level: string) => `Its level is “${level}”.`,
  levelUnsaid: 'Its level is not said any more.',
  topicsAdded: (topics: ReactNode): ReactNode => ['New topics: ', topics, '.'],
  topicsRemoved: (topics: ReactNode): ReactNode => ['Topics that are gone: ', topics, '.'],
  datesChanged: (days: string) => `Its dates: ${days}.`,
  datesUnsaid: 'It has no dates any more.',
  visibilityChanged: {
    public: 'Everybody sees it: it is in the catalogue. This held as soon as it was saved.',
    unlisted: 'Whoever has its address sees it. This held as soon as it was saved.',
    private: 'Its members alone see it. This held as soon as it was saved.',
  },
  enrollingChanged: {
    open: 'Enrolment is open. This held as soon as it was saved.',
    code: 'People enrol by a code. This held as soon as it was saved.',
    closed: 'Enrolment is closed. This held as soon as it was saved.',
  },
  capacityChanged: (places: number) =>
    plural(places, {
      one: 'It has # place. This held as soon as it was saved.',
      other: 'It has # places. This held as soon as it was saved.',
    }),
  capacityUnbounded: 'It takes any number of learners. This held as soon as it was saved.',
  moduleAdded: (module: ReactNode, lessons: number): ReactNode => [
    'Module “',
    module,
    `” is new, with ${lessonsIn(lessons)}.`,
  ],
  moduleRemoved: (module: ReactNode, lessons: number): ReactNode => [
    'Module “',
    module,
    `” is gone, with the ${lessonsIn(lessons)} it had.`,
  ],
  moduleRenamed: (from: ReactNode, to: ReactNode): ReactNode => [
    'Module “',
    from,
    '” is called “',
    to,
    '”.',
  ],
  moduleMoved: (module: ReactNode): ReactNode => ['Module “', module, '” has another place.'],
  lessonAdded: (lesson: ReactNode, module: ReactNode): ReactNode => [
    '“',
    lesson,
    '” is new in “',
    module,
    '”.',
  ],
  lessonRemoved: (lesson: ReactNode, module: ReactNode): ReactNode => [
    '“',
    lesson,
    '” is gone from “',
    module,
    '”. What learners did in it is kept.',
  ],
  lessonRenamed: (from: ReactNode, to: ReactNode): ReactNode => [
    '“',
    from,
    '” is called “',
    to,
    '”.',
  ],
  lessonReordered: (lesson: ReactNode, module: ReactNode): ReactNode => [
    '“',
    lesson,
    '” has another place in “',
    module,
    '”.',
  ],
  lessonMoved: (lesson: ReactNode, from: ReactNode, to: ReactNode): ReactNode => [
    '“',
    lesson,
    '” moved from “',
    from,
    '” to “',
    to,
    '”.',
  ],
  lessonEdited: (lesson: ReactNode): ReactNode => ['“', lesson, '” was edited.'],
  openToEveryone: (lesson: ReactNode): ReactNode => ['“', lesson, '” is a free preview.'],
  openToMembers: (lesson: ReactNode): ReactNode => ['“', lesson, '” is for all members at once.'],
  opensFrom: (lesson: ReactNode, when: string): ReactNode => [
    '“',
    lesson,
    `” opens to members on ${when}.`,
  ],

  moduleRules: (module: ReactNode, count: number): ReactNode => [
    'The lessons of the module “',
    module,
    count === 0
      ? '” wait for nothing more than their own rules.'
      : plural(count, {
          one: '” open by other rules than before: # rule.',
          other: '” open by other rules than before: # rules.',
        }),
  ],
  lessonRules: (lesson: ReactNode, count: number): ReactNode => [
    '“',
    lesson,
    count === 0
      ? '” has no rules of its own any more.'
      : plural(count, {
          one: '” opens by other rules than before: # rule of its own.',
          other: '” opens by other rules than before: # rules of its own.',
        }),
  ],
  touches: (learners: number) =>
    plural(learners, {
      one: 'When lessons open holds at once for the # learner of this course. What they have completed stays open to them.',
      other:
        'When lessons open holds at once for all # learners of this course. What somebody has completed stays open to them.',
    }),

  moduleEmpty: (module: ReactNode): ReactNode => ['Module “', module, '” has no lessons.'],
  videoUncaptioned: (lesson: ReactNode): ReactNode => [
    'The video of “',
    lesson,
    '” has no captions. Who cannot hear it cannot follow.',
  ],
  articleEmpty: (lesson: ReactNode): ReactNode => ['“', lesson, '” has no text.'],
  imagesUndescribed: (lesson: ReactNode, count: number): ReactNode => [
    '“',
    lesson,
    plural(count, {
      one: '” has # image without a description.',
      other: '” has # images without a description.',
    }),
  ],
  videosMissing: (lesson: ReactNode, count: number): ReactNode => [
    '“',
    lesson,
    plural(count, {
      one: '” shows # video that is not ready. Learners do not see it.',
      other: '” shows # videos that are not ready. Learners do not see them.',
    }),
  ],
  videosUncaptioned: (lesson: ReactNode, count: number): ReactNode => [
    '“',
    lesson,
    plural(count, {
      one: '” shows # video without captions. Who cannot hear it cannot follow.',
      other: '” shows # videos without captions. Who cannot hear them cannot follow.',
    }),
  ],
  imagesMissing: (lesson: ReactNode, count: number): ReactNode => [
    '“',
    lesson,
    plural(count, {
      one: '” has # image that is not among this course’s files. Learners do not see it.',
      other: '” has # images that are not among this course’s files. Learners do not see them.',
    }),
  ],
  linkBroken: (lesson: ReactNode, address: ReactNode): ReactNode => [
    'A link of “',
    lesson,
    '” leads nowhere: ',
    address,
  ],

  history: 'History',
  historyOf: (course: string) => `History of ${course}`,
  beingRead: 'The history is being read',
  neverPublished: 'Nothing was published yet. Each version that you publish is kept here.',
  beforeHistory:
    'It was published before histories were kept. What you publish from now on stands here.',
  happened: {
    published: (version: number) => `Version ${version} was published`,
    scheduled: (version: number) => `Version ${version} was published as scheduled`,
    returned: (version: number) => `Back to version ${version}`,
  },
  live: 'what learners see now',
  by: (who: ReactNode): ReactNode => ['By ', who],
  bySomebody: 'By a teacher without a name',
  size: (modules: number, lessons: number) => `${modulesIn(modules)}, ${lessonsIn(lessons)}`,
  firstVersion: 'The first version that is kept.',
  goBack: 'Go back to it',
  goBackTo: (version: number) => `Go back to version ${version}`,
  goBackAsked: (version: number, live: number) =>
    `Learners see version ${version} then in place of version ${live}. Your draft and everybody’s progress stay as they are, and you can go back to version ${live} here.`,
  keepLive: (live: number) => `Stay with version ${live}`,

  compare: 'Compare versions',
  from: 'From',
  to: 'To',
  choose: 'Choose a version',
  version: (version: number) => `Version ${version}`,
  chooseTwo: 'Choose two versions to see what differs between them.',
}
export type Words = Translated<typeof words>
