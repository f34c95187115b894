import type { ComponentType } from 'react'
import type { BodyInput } from '#contract/http/route'
import type { LessonKind, OutlinedOf } from '#contract/lessons/kinds/index'
import type { Lesson } from '#contract/lessons/lesson'
import type { routes } from '#contract/routes'
import type { AssetCard } from '#contract/videos/asset'

type Fields = BodyInput<(typeof routes)['updateLesson']>

export interface FormProps<K extends LessonKind> {
  readonly lesson: OutlinedOf<K>
  /** The course's library. */
  readonly assets: readonly AssetCard[]
  /** What is done by a button: an error shows above. */
  readonly change: (fields: Fields) => void
  /** What is typed into a field, which itself tells of what fails. */
  readonly save: (fields: Fields) => Promise<Lesson>
}

/** What an author edits of a lesson, beside its title. */
export type FormOf<K extends LessonKind> = ComponentType<FormProps<K>>
