import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  uploadVideos: 'Upload videos',
  uploadFolder: 'Upload a folder',
  chooseNew: 'Choose the new video',
  chooseVideos: 'Choose videos',
  chooseFolder: 'Choose a folder',
  dropNew: 'Drop the new video here',
  drop: 'Drop videos, captions or folders anywhere',
  before: 'Before the upload',
  looking: 'Looking at your files…',
  reading: 'Reading…',
  upload: (count: number) => plural(count, { one: 'Upload # video', other: 'Upload # videos' }),
  cancel: 'Cancel',
  withFiles: (names: string) => `with ${names}`,
  leaveOut: (file: string) => `Leave ${file} out`,
  leftOut: (count: number) =>
    plural(count, { one: '# file is left out', other: '# files are left out' }),
  fromTo: (first: string, last: string) => `${first} to ${last}`,
  noneTaken: 'None of these can be taken.',
  sum: (duration: string, dollars: string) =>
    `Encoding ${duration} of video costs about ${dollars}.`,
  unknown: (count: number) =>
    plural(count, {
      one: 'The cost of # video is known after the upload.',
      other: 'The cost of # videos is known after the upload.',
    }),
  knownLater: 'Length and cost are known after the upload.',
  onlyOne: 'One video takes the place of another. Choose one.',
  captionsGo: (count: number) =>
    plural(count, {
      one: '# file goes to the video of the same name.',
      other: '# files go to the videos of the same name.',
    }),
  onTheWay: (count: number) =>
    plural(count, { one: '# video is on the way.', other: '# videos are on the way.' }),
  costs: (dollars: string) => `Encoding costs about ${dollars}.`,
  workOn: 'You can go on working meanwhile.',
  spent: (month: string, spent: string) =>
    `Encoded in ${month} so far: ${spent}. There is no limit.`,
  left: (month: string, spent: string, limit: string, left: string) =>
    `${month}’s budget: ${spent} of ${limit} spent, ${left} left.`,
  leftAfter: (month: string, spent: string, limit: string, left: string) =>
    `${month}’s budget: ${spent} of ${limit} spent, ${left} left after these.`,
  beyondYours: (month: string, spent: string, limit: string) =>
    `${month}’s budget: ${spent} of ${limit} spent. What goes beyond it is held until you release it.`,
  beyond: (month: string, spent: string, limit: string) =>
    `${month}’s budget: ${spent} of ${limit} spent. What goes beyond it is held until an administrator releases it.`,
  madeOf: 'What the estimate is made of',
  dearer:
    'Each is dearer than usual, as the picture has to be deinterlaced or its colours converted.',
  parts: {
    sd: (count: number) =>
      plural(count, {
        one: '# rendition of less than 720 lines',
        other: '# renditions of less than 720 lines',
      }),
    hd: (count: number) =>
      plural(count, {
        one: '# rendition of 720 to 1080 lines',
        other: '# renditions of 720 to 1080 lines',
      }),
    uhd: (count: number) =>
      plural(count, {
        one: '# rendition of more than 1080 lines',
        other: '# renditions of more than 1080 lines',
      }),
    poster: (count: number) => plural(count, { one: 'The poster', other: '# posters' }),
    loudness: (count: number) =>
      plural(count, {
        one: 'Even loudness of # sound track',
        other: 'Even loudness of # sound tracks',
      }),
  },
}
export type Words = Translated<typeof words>
