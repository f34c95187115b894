import type { ReactNode } from 'react'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  reports: 'Reports',
  reportsOf: (course: string) => `Reports of ${course}`,
  theCourse: 'The course',
  toCourse: 'Go to the course',
  notHere: 'There are no reports here',
  notHereText: 'The course was removed, or you do not teach it.',
  notPublished: 'Not published yet',
  notPublishedText:
    'Reports begin with the first learner. Publish the course, and here stands who is learning, how far they come and where they stop.',
  nothingYet: 'Nothing recorded in these days',
  nothingYetText:
    'Some minutes after somebody enrols, opens a lesson or watches a video, you see it here: who is learning, how far they come, where they stop and how videos are watched.',
  beingRead: 'The reports are being read',
  offline: 'You are offline',
  offlineText: 'The reports come as soon as there is a network again.',
  neverRecorded: 'Nothing has been recorded on this site yet.',
  asOf: (time: string) => `As of ${time}`,
  asOfOffline: (time: string) => `You are offline. As of ${time}`,

  period: 'Days',
  lastDays: (count: number) => plural(count, { one: 'Last # day', other: 'Last # days' }),
  allDays: 'All days',
  between: 'From one day to another',
  firstDay: 'First day',
  lastDay: 'Last day',

  download: 'CSV',
  downloadOf: (what: string) => `Download as CSV: ${what}`,
  asTable: 'Show as a table',
  asTableOf: (what: string) => `Show as a table: ${what}`,

  day: 'Day',
  active: 'Active',
  activeLearners: 'Active learners',
  enrolled: 'Newly enrolled',
  completedCourse: 'Completed the course',
  left: 'Left',
  time: 'Time spent',
  minutes: 'Minutes',

  overTime: 'Learners over time',
  overTimeByDay: 'Learners, day by day',
  overTimeSummary: (active: number, completed: number) =>
    `${plural(active, { one: '# person was active', other: '# people were active' })}, ${plural(completed, { one: '# completed the course', other: '# completed the course' })}.`,
  timeSpent: 'Time spent learning',
  timeSpentByDay: 'Time spent, day by day',
  timeSpentSummary: (all: string, each: string) =>
    `${all} in all, ${each} for each active learner on average.`,

  funnel: 'The way through the course',
  lesson: 'Lesson',
  module: 'Module',
  started: 'Started',
  completed: 'Completed',
  startedAndCompleted: (started: string, completed: string) =>
    `${started} started, ${completed} completed`,
  mostStopAfter: (lesson: ReactNode, count: number): ReactNode => [
    'Most stop after ',
    lesson,
    plural(count, {
      one: ': # person who started it has not started the next lesson.',
      other: ': # people who started it have not started the next lesson.',
    }),
  ],
  nobodyStarted: 'Nobody has started a lesson in these days.',
  nobodyStops: 'Whoever started a lesson went on to the next.',
  showAllLessons: (count: number) =>
    plural(count, { one: 'Show # lesson', other: 'Show all # lessons' }),

  video: 'Video',
  retentionOf: (video: string) => `How “${video}” is watched`,
  retentionAlong: 'Share of viewers, along the video',
  retentionSummary: (viewers: number, share: string) =>
    plural(viewers, {
      one: `# person began or watched it in these days, and saw ${share} of it.`,
      other: `At least # people began or watched it in these days, and saw ${share} of it on average.`,
    }),
  noViewers: 'Nobody watched it in these days.',
  stillThere: 'Viewers who see it',
  from: 'From',
  viewers: 'Viewers',
  plays: 'Plays',
  mostReplayed: 'Most replayed',
  noneReplayed: 'No part stands out.',
  timesEach: (times: string) => `${times} times each`,
  mostSkipped: 'Most skipped',
  noneSkipped: 'No part is jumped over.',
  skippedBy: (share: string) => `${share} jump over it`,
  openLesson: 'Open the lesson',

  stopped: 'Who has stopped',
  stoppedSummary: (count: number) =>
    plural(count, {
      one: '# person began the course, has not finished it and has not been here for a while.',
      other: '# people began the course, have not finished it and have not been here for a while.',
    }),
  nobodyStopped: 'Nobody who began the course has been away for long.',
  name: 'Name',
  nameless: 'No name known',
  lastActive: 'Last here',
  lastThere: (day: ReactNode): ReactNode => ['last here on ', day],
  lessonsDone: 'Lessons completed',
  lessonsDoneIn: (count: number, time: string) =>
    plural(count, {
      one: `# lesson completed in ${time}`,
      other: `# lessons completed in ${time}`,
    }),
  stoppedAt: 'Stopped at',
  stoppedAtLesson: (lesson: ReactNode): ReactNode => ['stopped at ', lesson],
  lessonGone: 'a lesson that is not published any more',
}
export type Words = Translated<typeof words>
