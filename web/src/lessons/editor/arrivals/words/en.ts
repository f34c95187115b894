import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  firstModule: 'First module',
  chooseFiles: 'Files that become lessons',
  notTaken: 'Files of this type are not taken. Take a video, a PDF, a picture or a document.',
  made: (count: number) =>
    plural(count, {
      one: '# lesson is made. Its file is on the way.',
      other: '# lessons are made. Their files are on the way.',
    }),
  notMade: 'Not all of these files became lessons:',
  unread: 'What was dropped could not be read. Choose the files instead.',
  uploadVideo: 'Upload a video',
  onItsWay: 'Its video is on the way, and takes its place here by itself.',
  dismiss: 'Close',
}
export type Words = Translated<typeof words>
