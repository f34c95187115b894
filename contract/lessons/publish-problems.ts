import type { LessonKind, OutlinedOf } from '#contract/lessons/kinds/index'
import { MOST_LESSONS, MOST_MODULES } from '#contract/lessons/kinds/limits'
import { type LessonProblem, problemOf } from '#contract/lessons/rules/index'
import type { Known } from '#contract/lessons/rules/rules'
import { type DraftedModule, type RuleProblem, ruleProblems } from '#contract/rules/problems'

/** A code, and what its sentence names. */
export type PublishProblem =
  | { readonly code: 'no_lessons'; readonly params: Readonly<Record<string, never>> }
  | { readonly code: 'too_many_lessons'; readonly params: Counts }
  | { readonly code: LessonProblem; readonly params: { readonly lesson: string } }
  | RuleProblem

type Counts = Readonly<Record<'lessons' | 'modules' | 'mostLessons' | 'mostModules', number>>

/** All that stands between a draft and learners, in the draft's order: server and client ask the same. */
export function publishProblems(
  draft: readonly (DraftedModule & { readonly lessons: readonly OutlinedOf<LessonKind>[] })[],
  known: Known,
): PublishProblem[] {
  const lessons = draft.flatMap((module) => module.lessons)
  if (lessons.length === 0) return [{ code: 'no_lessons', params: {} }]
  if (lessons.length > MOST_LESSONS || draft.length > MOST_MODULES) {
    const counts = { lessons: lessons.length, modules: draft.length }
    const most = { mostLessons: MOST_LESSONS, mostModules: MOST_MODULES }
    return [{ code: 'too_many_lessons', params: { ...counts, ...most } }]
  }
  const ofLessons = lessons.flatMap((lesson): PublishProblem[] => {
    const code = problemOf(lesson, known)
    return code === null ? [] : [{ code, params: { lesson: lesson.title } }]
  })
  return [...ofLessons, ...ruleProblems(draft)]
}
