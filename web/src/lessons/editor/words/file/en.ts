import type { Translated } from '#contract/words/translated'

const percents = new Intl.NumberFormat('en', { style: 'percent' })

export const words = {
  fileOf: (lesson: string) => `File of ${lesson}`,
  none: 'No file yet',
  gone: 'The file is not there any more. Choose another.',
  arriving: 'It is being looked at…',
  choose: 'Choose a file',
  replace: 'Replace it',
  takeAway: 'Take away',
  sent: (share: number) => `${percents.format(share)} sent`,
  stop: 'Stop',
  progressOf: (name: string) => `How much of ${name} is sent`,
  how: 'Or drop one here. Learners read a PDF by page and see a picture where it stands; documents, slides, workbooks, archives, audio and data they download.',
}
export type Words = Translated<typeof words>
