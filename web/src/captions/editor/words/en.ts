import type { ReactNode } from 'react'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  title: (language: string, fileName: string) => `${language} captions of ${fileName}`,
  heading: (language: string) => `Captions in ${language}`,
  beingRead: 'The captions are being read',
  noLanguage: 'There is no such language',
  noTag: (tag: string) => `“${tag}” is no language tag.`,

  label: 'Name in the player’s menu',
  addHere: 'Add caption here',
  undo: 'Undo',
  redo: 'Redo',
  fromFile: 'From a file',
  chooseFile: 'Choose a captions file',
  download: 'Download',
  saving: 'Saving…',
  unsaved: 'Not saved yet; this browser keeps it',
  saved: 'Saved',
  save: 'Save',
  overtaken:
    'Somebody saved other captions since you began. Yours are shown; saving replaces the others.',
  takeTheirs: 'Take theirs',
  restored: (when: ReactNode): ReactNode => ['Your unsaved changes are back (', when, ').'],
  throwAway: 'Throw it away',
  unread: (count: number) =>
    plural(count, {
      one: '# place of the file could not be read and is left out:',
      other: '# places of the file could not be read and are left out:',
    }),
  atLine: (line: number | null, message: string) =>
    line === null ? message : `Line ${line}: ${message}`,
  wrong: (count: number) =>
    plural(count, {
      one: '# caption must be mended before saving.',
      other: '# captions must be mended before saving.',
    }),
  hints: (count: number) =>
    plural(count, { one: '# caption is hard to read.', other: '# captions are hard to read.' }),
  toFirst: 'Go to the first',

  previewLater: 'The preview comes when the video is ready. You can write captions before.',
  previewOpens: 'Opening the preview…',
  shortcuts: {
    next: { keys: 'Ctrl Enter', does: 'next caption, or a new one' },
    before: { keys: 'Ctrl Shift Enter', does: 'caption before' },
    play: { keys: 'Shift Space', does: 'play or pause' },
    undo: { keys: 'Ctrl Z, Ctrl Shift Z', does: 'undo, redo' },
    save: { keys: 'Ctrl S', does: 'save' },
  },

  none: 'No captions yet. Play the video, and add one where somebody speaks.',
  addFirst: 'Add the first caption',
  captions: 'Captions',
  noWords: 'No words yet',

  captionAt: (time: string) => `Caption at ${time}`,
  play: 'Play it',
  words: 'Words',
  split: 'Split',
  join: 'Join with the next',
  remove: 'Delete',
  timeExample: 'Write it like 1:02.500',
  now: 'Now',
  edges: {
    startMs: {
      label: 'From',
      earlier: 'From a tenth of a second earlier',
      later: 'From a tenth of a second later',
      now: 'From where the video is now',
    },
    endMs: {
      label: 'To',
      earlier: 'To a tenth of a second earlier',
      later: 'To a tenth of a second later',
      now: 'To where the video is now',
    },
  },
}
export type Words = Translated<typeof words>
