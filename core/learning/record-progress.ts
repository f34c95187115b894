import type { CourseId, LessonId } from '#contract/ids'
import type { Heartbeat, LessonProgress } from '#contract/models/learning'
import type { Actor } from '../actor.ts'
import { DomainError, notFound } from '../errors.ts'
import type { LearningRepository } from '../ports/learning.ts'

const TRIES = 5

/**
 * Of two heartbeats the later one's position stands, whichever arrives last; a lesson once completed
 * stays completed.
 */
export const mergeProgress = (
  stored: LessonProgress | null,
  lessonId: LessonId,
  { positionSeconds, completed, at }: Heartbeat,
): LessonProgress => {
  const isLater = !stored || at >= stored.updatedAt
  return {
    lessonId,
    positionSeconds: isLater ? positionSeconds : stored.positionSeconds,
    watched: stored?.watched ?? [],
    completed: completed || (stored?.completed ?? false),
    updatedAt: isLater ? at : stored.updatedAt,
  }
}

export const recordProgress = async (
  deps: { learning: LearningRepository },
  input: { actor: Actor; courseId: CourseId; lessonId: LessonId; heartbeat: Heartbeat },
): Promise<LessonProgress> => {
  const { actor, courseId, lessonId, heartbeat } = input
  const enrolment = await deps.learning.getEnrolment(actor.userId, courseId)
  if (!enrolment) throw notFound('course among yours')

  for (let tries = 0; tries < TRIES; tries++) {
    const all = await deps.learning.listProgress(actor.userId, courseId)
    const stored = all.find((progress) => progress.lessonId === lessonId) ?? null
    const merged = mergeProgress(stored, lessonId, heartbeat)
    if (
      !(await deps.learning.saveProgress(actor.userId, courseId, merged, stored?.updatedAt ?? null))
    )
      continue
    const others = all.filter((progress) => progress.lessonId !== lessonId)
    const latest = [...others, merged].reduce((a, b) => (b.updatedAt >= a.updatedAt ? b : a))
    await deps.learning.updateSummary(actor.userId, courseId, {
      completedLessons: [...others, merged].filter(({ completed }) => completed).length,
      lastLessonId: latest.lessonId,
      lastActiveAt: latest.updatedAt,
    })
    return merged
  }
  throw new DomainError('conflict', 'This lesson is being saved from elsewhere too. Try again.')
}
