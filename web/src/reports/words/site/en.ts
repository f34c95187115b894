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
