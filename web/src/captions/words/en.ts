import type { ReactNode } from 'react'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  captions: 'Captions',
  add: 'Add captions',
  noneOfSilent:
    'This video is silent and has no captions yet. Add captions, so that everybody learns what it shows.',
  none: 'It has no captions yet. They help whoever cannot hear it, and give the transcript and its search.',
  cues: (count: number) => plural(count, { one: '# caption', other: '# captions' }),
  changed: (when: ReactNode): ReactNode => ['changed ', when],
  remove: (label: string) => `Delete captions in ${label}`,
  removeAsked: (label: ReactNode): ReactNode => ['Delete captions in ', label, '?'],
  savedWithout: (count: number) =>
    plural(count, {
      one: 'The captions are saved. # caption is left out:',
      other: 'The captions are saved. # captions are left out:',
    }),
  atLine: (line: number, message: string) => `Line ${line}: ${message}`,
  close: 'Close',
  language: 'Language',
  otherLanguage: 'Another…',
  tag: 'Language tag',
  tagExamples: 'Such as en, es or pt-BR',
  noTag: 'This is no language tag.',
  exist: 'There are captions in this language already; a file replaces them.',
  mend: 'Mend it in the editor',
  use: (fileName: ReactNode): ReactNode => ['Use ', fileName],
  choose: 'Choose a .vtt or .srt file',
  chooseHidden: 'Choose captions',
  edit: 'Edit them',
  write: 'Write them here',
  cancel: 'Cancel',
}
export type Words = Translated<typeof words>
