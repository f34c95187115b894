import type { Translated } from '#contract/words/translated'

export const words = {
  code: 'Code',
  table: 'Table',
}
export type Words = Translated<typeof words>
