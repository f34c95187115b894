import type { ReactNode } from 'react'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  videos: 'Videos',
  title: (course: string) => `Videos of ${course}`,
  theCourse: 'The course',
  search: 'Search videos',
  searchBy: 'Search by name or folder',
  showByState: 'Show by state',
  allStates: 'All states',
  groups: { ready: 'Ready', preparing: 'Being prepared', attention: 'Needs you' },
  found: (count: number, size: string) =>
    plural(count, { one: `# video, ${size}`, other: `# videos, ${size}` }),
  foundSoFar: (count: number, size: string) =>
    plural(count, {
      one: `Still reading: # video, ${size}`,
      other: `Still reading: # videos, ${size}`,
    }),
  outOfDate: 'This list may be out of date.',
  noMatch: 'No video matches.',
  showAll: 'Show all',
  empty: 'No videos yet',
  emptyText: 'Drop videos, captions or whole folders anywhere on this page, or choose them above.',
  orByBucket: (folder: ReactNode): ReactNode => [
    'Or put them into the ingest bucket below ',
    folder,
    ', by the AWS CLI or console. They show up here by themselves.',
  ],
  beingRead: 'The videos are being read',
  columns: {
    name: 'Name',
    state: 'State',
    duration: 'Length',
    size: 'Size',
    cost: 'Cost',
    used: 'Used',
    uploaded: 'Uploaded',
  },
  orderBy: 'Order by',
  orders: {
    uploaded: {
      down: 'By when uploaded, latest first',
      up: 'By when uploaded, earliest first',
    },
    name: { down: 'By name, backwards', up: 'By name, forwards' },
    state: { down: 'By state, backwards', up: 'By state, forwards' },
    duration: { down: 'By length, most first', up: 'By length, least first' },
    size: { down: 'By size, most first', up: 'By size, least first' },
    cost: { down: 'By cost, most first', up: 'By cost, least first' },
    used: { down: 'By use, most first', up: 'By use, least first' },
  },
  selectAll: 'Select all that are shown',
  select: (file: string) => `Select ${file}`,
  usedIn: (count: number) => plural(count, { one: '# lesson', other: '# lessons' }),
  notUsed: 'Not used',
  unused: 'not used',
  version: (version: number) => `version ${version}`,
  captions: (languages: string) => `captions ${languages}`,
  noCaptions: 'no captions',
  deleted: (count: number) =>
    plural(count, { one: '# video deleted.', other: '# videos deleted.' }),
  triedAgain: (count: number) =>
    plural(count, { one: '# video tried again.', other: '# videos tried again.' }),
  selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
  selectedVideos: 'Selected videos',
  tryAgain: (count: number) =>
    plural(count, { one: 'Try # video again', other: 'Try # videos again' }),
  delete: 'Delete…',
  selectNone: 'Select none',
  /** What one types to delete so many. */
  videoCount: (count: number) => plural(count, { one: '# video', other: '# videos' }),
  deleteMany: (videos: string) => `Delete ${videos}?`,
  deleteText:
    'The originals, all renditions, captions and chapters are deleted for good. Videos that a lesson shows are kept.',
  andMore: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
  typeToConfirm: (videos: string) => `Type “${videos}” to confirm`,
  confirmDelete: 'Delete for good',
  keep: 'Keep them',
  withoutCourse: 'Uploads without a course',
  withoutCourseText:
    'What was put into the ingest bucket outside of any course’s folder. Nothing of it is lost: move the object below a course’s name and it is taken in.',
  noneWithoutCourse: 'There are none. Every upload found its course.',
  forAdmins: 'This page is for administrators',
  forAdminsText: 'Ask an administrator of this site if an upload of yours is missing.',
  coursesYouTeach: 'Courses you teach',
  showMore: 'Show more',
}
export type Words = Translated<typeof words>
