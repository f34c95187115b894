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
  play: (video: string, duration: string) => `Play ${video}, ${duration}`,
  noVideo: 'A video that cannot be shown here.',
}
export type Words = Translated<typeof words>
