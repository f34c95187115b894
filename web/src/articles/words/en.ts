import type { Translated } from '#contract/words/translated'

export const words = {
  tones: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
  },
  formula: 'Formula',
  footnotes: 'Footnotes',
  footnote: (number: number) => `Footnote ${number}`,
  backToText: (number: number) => `Back to the text of footnote ${number}`,
  code: 'Code',
  table: 'Table',
}
export type Words = Translated<typeof words>
