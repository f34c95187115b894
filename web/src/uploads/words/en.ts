import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

/** What can be wrong with a file or its way. */
export const words = {
  storageBusy: 'The storage is busy. It is tried again by itself.',
  partRefused: (status: number) => `The storage refused a part (${status}). Try again.`,
  connectionLost: 'The connection was lost.',
  changedMeanwhile:
    'The file was changed or moved meanwhile. Choose it as it was when the upload began.',
  notSent: 'The file could not be sent. Try again.',
  unreadable: {
    denied: 'The browser was not allowed to read the file. Choose it again.',
    gone: 'The file is not where it was. Choose it again.',
  },
  isAnother: (file: string) =>
    `That is another file, or it was changed. Choose ${file} as it was when the upload began.`,
  noVideo:
    'No video here has this name. Call the file after its video, or add it on the video’s page.',
  severalVideos: (count: number) =>
    plural(count, {
      one: '# video has this name. Add the file on its page.',
      other: '# videos have this name. Add the file on the page of the right one.',
    }),
  hidden: 'It is a hidden file or one of the system.',
  empty: 'It is empty (0 bytes). Check the original.',
  wrongKind: 'It is neither a video nor captions (.vtt, .srt).',
}
export type Words = Translated<typeof words>
