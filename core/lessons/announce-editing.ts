import { editorSeconds } from '#contract/lessons/editor-seconds'
import type { Editor } from '#contract/lessons/routes'
import type { LessonId } from '#contract/platform/ids'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import type { EditorRepository } from './ports.ts'

interface AnnounceDeps extends TeachingReaders {
  readonly editors: EditorRepository
  readonly clock: Clock
}

/** Notes that the actor has a course's editor open, or closes it, and answers who else has. */
export async function announceEditing(
  { courses, memberships, editors, clock }: AnnounceDeps,
  {
    lessonId,
    leaves,
    ...input
  }: OfCourse & {
    readonly actor: Actor
    readonly lessonId: LessonId | null
    readonly leaves: boolean
  },
): Promise<{ others: Editor[] }> {
  await findOwnCourse({ courses, memberships }, input, 'read')
  const { actor, courseId } = input
  const now = clock.now()
  if (leaves) {
    await editors.leave(courseId, actor.userId)
    return { others: [] }
  }
  const me = { name: actor.name, lessonId, seenAt: now.toISOString() }
  const expiresAt = Math.ceil(now.getTime() / 1000) + editorSeconds.gone
  await editors.announce(courseId, actor.userId, me, expiresAt)
  const earliest = new Date(now.getTime() - editorSeconds.gone * 1000).toISOString()
  const all = [...(await editors.list(courseId))]
  return {
    others: all.flatMap(([userId, editor]) =>
      userId !== actor.userId && editor.seenAt >= earliest ? [editor] : [],
    ),
  }
}
