import type { Translated } from '#contract/words/translated'

export const words = {
  remove: 'Delete',
  removeSurely: 'Yes, delete',
  keep: 'Keep',
}
export type Words = Translated<typeof words>
