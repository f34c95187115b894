import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  siteReports: 'Reports of the site',
  toTeach: 'Courses you teach',
  forAdmins: 'For administrators',
  forAdminsText: 'Reports of the whole site are for its administrators.',
  day: 'Day',
  onTheDay: 'On the day',
  in7: 'In 7 days',
  in30: 'In 30 days',
  activeLearners: 'Active learners',
  activeByDay: 'Active learners, day by day',
  activeSummary: (month: number, week: number) =>
    plural(month, {
      one: `# person learned here in the last 30 days, ${week} of them in the last 7.`,
      other: `# people learned here in the last 30 days, ${week} of them in the last 7.`,
    }),
  nobodyActive:
    'Nobody has learned here in the last 30 days. Some minutes after somebody does, you see it here.',
  measured: 'Measured',
  promised: 'Promised',
  kept: 'Kept',
  yes: 'Yes',
  no: 'No',
  inMilliseconds: (percentile: number) => `Milliseconds, ${percentile} % of them or fewer`,
  promisedMilliseconds: 'Promised, milliseconds',
  inPercent: 'Percent failed',
  promisedPercent: 'Promised, percent',
  keptOn: (kept: number, days: number) =>
    plural(days, {
      one:
        kept === 1
          ? 'Kept on the one day that was measured.'
          : 'Not kept on the one day that was measured.',
      other:
        kept === days
          ? 'Kept on each of # days that were measured.'
          : `Kept on ${kept} of # days that were measured.`,
    }),
  notMeasured: 'Nothing was measured in these days.',
  apiResponse: 'How soon the site answers',
  apiResponseByDay: 'How soon the site answers, day by day',
  apiResponsePromise: (limit: string, percentile: number) =>
    `${percentile}% of requests are to be answered within ${limit}.`,
  answers: 'Answers',
  pageLoad: 'How soon pages are there',
  pageLoadByDay: 'How soon pages are there, day by day',
  pageLoadPromise: (limit: string, percentile: number) =>
    `${percentile}% of pages are to show what they are for within ${limit}, as one browser in five measures it.`,
  pagesMeasured: 'Pages measured',
  videoStart: 'How soon videos start',
  videoStartByDay: 'How soon videos start, day by day',
  videoStartPromise: (limit: string, percentile: number) =>
    `${percentile}% of videos are to show their first picture within ${limit}.`,
  startsMeasured: 'Starts measured',
  failures: 'What failed',
  failuresByDay: 'Failed answers, day by day',
  failuresPromise: (limit: string) => `At most ${limit} of requests may fail by our fault.`,
  coursesByUse: 'Courses by use',
  courses: 'Courses',
  coursesSummary: (count: number, cost: string) =>
    plural(count, {
      one: `# course, the most used first. Encoding and egress in these days: ${cost}, by estimate.`,
      other: `# courses, the most used first. Encoding and egress in these days: ${cost}, by estimate.`,
    }),
  noCourses: 'No course was used in these days.',
  course: 'Course',
  learnerDays: 'Days of learning',
  enrolled: 'Enrolled',
  completed: 'Completed',
  time: 'Time spent',
  minutes: 'Minutes',
  uploaded: 'Uploaded',
  bytes: 'Bytes uploaded',
  encoding: 'Encoding',
  encodingUsd: 'Encoding, US dollars',
  egress: 'Egress',
  egressUsd: 'Egress, US dollars',
  usedBy: (days: number, time: string) =>
    plural(days, { one: `# day of learning, ${time}`, other: `# days of learning, ${time}` }),
  costs: (uploaded: string, dollars: string) => `${uploaded} uploaded, ${dollars} by estimate`,
}
export type Words = Translated<typeof words>
