import type { ReactNode } from 'react'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  editing: (course: string) => `Edit ${course}`,
  courses: 'Courses you teach',
  settings: 'Settings',
  courseTitle: 'Title of course',
  summary: 'Summary',
  contents: 'Contents',

  publishing: 'Publishing',
  outdated:
    'An earlier version of Lectern published it. Publish it once more, then learners are let in again.',
  unpublished: 'Not published yet: only you see this course.',
  published: (version: number) =>
    `Version ${version} is published. Later changes show when you publish again.`,
  publicPage: 'See its public page',
  reports: 'See its reports',
  history: 'See its history',
  publish: 'Publish',
  before: 'Before learners can see it:',
  moreProblems: (count: number) => plural(count, { one: '# more', other: '# more' }),
  done: 'Published. Learners see this version now.',

  moduleTitle: 'Title of module',
  newModule: 'New module title',
  nextModule: 'Title of the next module',
  addModule: 'Add module',
  removeModule: (title: string) => `Delete module “${title}”`,
  removeModuleAsked: (title: ReactNode): ReactNode => ['Delete module “', title, '”?'],
  moveUp: (title: string) => `Move ${title} up`,
  moveDown: (title: string) => `Move ${title} down`,

  lessonTitle: 'Title of lesson',
  newLesson: 'New lesson title',
  nextLesson: 'Title of the next lesson',
  addLesson: 'Add lesson',
  removeLesson: (title: string) => `Delete lesson “${title}”`,
  removeLessonAsked: (title: ReactNode): ReactNode => ['Delete lesson “', title, '”?'],
  kind: 'Kind of lesson',
  textOf: (lesson: string) => `Text of ${lesson}`,
  showText: 'Show the text',
  showTextOf: (lesson: string) => `Show the text of ${lesson}`,
  tryAgain: 'Try again',
  completeWhen: 'Complete when',
  isWatched: '% is watched',
  shareOf: (lesson: string) => `Percent of ${lesson} to watch until it is complete`,

  pageAddress: (lesson: string) => `Address of the page of ${lesson}`,
  pageExample: 'https://www.youtube.com/watch?v=…',
  pagesOf: (providers: string) => `Pages of ${providers}, as the browser shows their address.`,
  noPages: 'The settings of this site allow no pages of others.',
  pageRefused: (providers: string) =>
    `This is no page of ${providers}. Paste its whole address, which begins with https://.`,
  openFor: (lesson: string) => `When ${lesson} can be marked as done`,
  atOnce: 'Can be marked as done at once',
  afterMinutes: (count: number) =>
    plural(count, {
      one: 'Can be marked as done after it was open for # minute',
      other: 'Can be marked as done after it was open for # minutes',
    }),

  videos: 'Videos',
  allVideos: (count: number) => plural(count, { one: 'All # video', other: 'All # videos' }),
  openLibrary: 'Open the library',
  howToUpload:
    'Choose several at once, or drop videos, captions and folders anywhere on this page.',
  videoFor: (lesson: string) => `Video for ${lesson}`,
  videoGone: 'The video is not in the library any more. Choose another.',
  chooseVideo: 'Choose a video',
  uploadFirst: 'Upload a video below first',
  takeAway: 'Take away',
  searchVideos: 'Search videos',
  searchExample: 'Name or folder',
  noMatch: 'No video matches.',
}
export type Words = Translated<typeof words>
