import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  editing: (course: string) => `Edit ${course}`,
  courses: 'Courses you teach',
  settings: 'Settings',
  preview: 'Preview',
  previewLesson: 'Preview this lesson',
  team: 'Team',
  announcements: 'Announcements',
  courseTitle: 'Title of course',
  summary: 'Summary',
  contents: 'Contents',
  backToContents: 'Back to the contents',
  ofCourse: (problems: number) =>
    problems === 0
      ? 'Title, summary, publishing and videos'
      : plural(problems, {
          one: '# thing is missing before you can publish',
          other: '# things are missing before you can publish',
        }),
  savedState: {
    saved: 'All changes are saved.',
    saving: 'Saving…',
    offline: 'No connection: changes are saved when it is back.',
  },
  somebody: 'Somebody',
  editsCourse: (who: string) => `${who} is editing this course too.`,
  editsLesson: (who: string, lesson: string) =>
    `${who} is editing this course too, at “${lesson}”.`,
  lessonGone: 'This lesson is not there any more',
  lessonGoneHow: 'It was deleted, by you or somebody else who teaches this course.',

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

  lessonTitle: 'Title of lesson',
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
