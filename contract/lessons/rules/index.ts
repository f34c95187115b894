import type { LessonKind, OutlinedOf } from '#contract/lessons/kinds/index'
import type { AssetId, FileId } from '#contract/platform/ids'
import type { LessonSettings } from '#contract/platform/lesson-settings'
import { article } from './article.ts'
import { embed, embedRefusals } from './embed.ts'
import { file } from './file.ts'
import type { Known, RulesOf } from './rules.ts'
import { video } from './video.ts'

/** What kinds have to say of their own, with what it names. */
export const sayingsOfKinds = {
  ...video.problems,
  ...article.problems,
  ...file.problems,
  ...embed.problems,
  ...embedRefusals,
}
/** Everything that may stand between a lesson of any kind and learners. */
export type LessonProblem =
  | keyof typeof video.problems
  | keyof typeof article.problems
  | keyof typeof file.problems
  | keyof typeof embed.problems

type Rules<K extends LessonKind> = Omit<RulesOf<K, LessonProblem>, 'problems'>
const rules: { readonly [K in LessonKind]: Rules<K> } = { video, article, file, embed }
/** Every origin whose pages lessons show in a frame. */
export const framesOf = (settings: LessonSettings): string[] =>
  Object.values(rules).flatMap(({ frames }) => frames(settings))

const rulesOf = <K extends LessonKind>(kind: K): Rules<K> => rules[kind]

export const problemOf = (lesson: OutlinedOf<LessonKind>, known: Known): LessonProblem | null =>
  rulesOf(lesson.kind).problem(lesson, known)

/** The video of the library that a lesson shows: null while none is chosen, undefined of a kind that shows none. */
export const assetIdOf = (lesson: OutlinedOf<LessonKind>): AssetId | null | undefined =>
  rulesOf(lesson.kind).assetId(lesson)

/** The files of its course that a lesson shows or hands out; of a long text that was left out, none. */
export const fileIdsOf = (lesson: OutlinedOf<LessonKind>): readonly FileId[] =>
  rulesOf(lesson.kind).fileIds(lesson)

export const needsFiles = (kind: LessonKind): boolean => rulesOf(kind).needsFiles

export const videosWithin = (lesson: OutlinedOf<LessonKind>): readonly AssetId[] =>
  rulesOf(lesson.kind).videosWithin(lesson)

/** All videos of the library that a lesson shows, its own and those within its text; of one that was left out, none. */
export const assetIdsOf = (lesson: OutlinedOf<LessonKind>): readonly AssetId[] => [
  ...new Set([assetIdOf(lesson) ?? [], videosWithin(lesson)].flat()),
]
