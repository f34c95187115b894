import type { Translated } from '#contract/words/translated'

export const words = {
  title: 'Search courses and actions',
  search: 'Search',
  placeholder: 'Find a course, a lesson or an action',
  found: 'Found',
  nothing: 'Nothing is called that. Try another word.',
  lessons: 'Lessons of this course',
  myCourses: 'My courses',
  courses: 'Courses',
  actions: 'Actions',
  allCourses: 'All courses',
  notifications: 'Notifications',
  teach: 'Teach',
  teachHint: 'The courses you teach',
  courseReports: 'Reports of this course',
  announcements: 'Announcements of this course',
  people: 'People of this course',
  team: 'Team of this course',
  siteReports: 'Reports of the site',
  siteReportsHint: 'Learners, courses, promises',
  newCourse: 'New course',
  scheme: 'Switch between light and dark',
  language: 'Language',
  signIn: 'Sign in',
  signOut: 'Sign out',
}
export type Words = Translated<typeof words>
