import { createHash } from 'node:crypto'
import { lessonKinds } from '#contract/lessons/kinds/index'
import type { Lesson } from '#contract/lessons/lesson'

/** 96 bits of a hash of the fields that its kind has of its own. */
export function markOf(lesson: Lesson): string {
  const own: Readonly<Record<string, unknown>> = lesson
  const fields = Object.keys(lessonKinds[lesson.kind].change).sort()
  const text = JSON.stringify([lesson.kind, ...fields.map((field) => own[field] ?? null)])
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
