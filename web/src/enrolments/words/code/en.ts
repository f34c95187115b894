import type { Translated } from '#contract/words/translated'

export const words = {
  code: 'Code',
  codeHint: 'Your teacher gives it to you. Small letters, spaces and hyphens make no difference.',
  enrol: 'Enrol with the code',
}
export type Words = Translated<typeof words>
