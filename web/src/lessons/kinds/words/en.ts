import type { LessonKind } from '#contract/lessons/kinds/index'
import type { Translated } from '#contract/words/translated'

export const words = {
  names: { video: 'Video', article: 'Article' } satisfies Record<LessonKind, string>,
  markDone: 'Mark as done',
}
export type Words = Translated<typeof words>
