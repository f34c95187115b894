import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  teach: 'Teach',
  allCourses: 'All courses',
  myCourses: 'Courses you teach',
  whose: 'Whose courses',
  mine: 'Mine',
  everybodys: 'Everybody’s',
  newCourse: 'New course',
  noneAtAll: 'There is no course yet. Make one: give it a title, add a lesson, and publish it.',
  noneOfMine: 'You teach no course yet. Make one: give it a title, add a lesson, and publish it.',
  noAuthor: 'Your account cannot make courses yet',
  noAuthorText: 'Ask an administrator of this site to add you to the authors, then sign in again.',
  draft: 'Draft, not published yet',
  publishedTo: (learners: number) =>
    plural(learners, { one: 'Published · # learner', other: 'Published · # learners' }),
  changed: (date: string) => `changed ${date}`,
  videos: 'Videos',
  settings: 'Settings',
  people: 'People',
  team: 'Team',
  reports: 'Reports',
  duplicate: 'Duplicate',
  siteReports: 'Reports of the site',
  uploadsWithoutCourse: 'Uploads without a course',
  courseTitle: 'Course title',
  courseTitleHint: 'What learners look for, such as Linear algebra',
  create: 'Create course',
  cancel: 'Cancel',
}
export type Words = Translated<typeof words>
