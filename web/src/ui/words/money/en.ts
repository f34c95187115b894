import type { Translated } from '#contract/words/translated'

export const words = {
  nothing: 'nothing',
  underACent: 'under a cent',
}
export type Words = Translated<typeof words>
