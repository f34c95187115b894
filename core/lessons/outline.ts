import type { DraftOutline, Lesson, Module } from '#contract/lessons/lesson'
import { kindOf } from '#core/lessons/kinds/index'
import { inOrder } from './place-behind.ts'
import type { OutlineRepository } from './ports.ts'

/** A draft with every text in it. */
export type WholeOutline = (Module & { lessons: Lesson[] })[]

export const toOutline = (modules: readonly Module[], lessons: readonly Lesson[]): WholeOutline =>
  inOrder(modules).map((module) => ({
    ...module,
    lessons: inOrder(lessons.filter((lesson) => lesson.moduleId === module.id)),
  }))

/** As it stood at one moment: what is to be shown as a whole. */
export const readWholeOutline = async (
  outlines: Pick<OutlineRepository, 'listAtOnce'>,
  courseId: string,
) => {
  const { modules, lessons } = await outlines.listAtOnce(courseId)
  return toOutline(modules, lessons)
}

export const readOutline = async (
  outlines: Pick<OutlineRepository, 'listContents'>,
  courseId: string,
) => {
  const { modules, lessons } = await outlines.listContents(courseId)
  return toOutline(modules, lessons)
}

/**
 * Of Lambda's 6 MB: the most lessons and modules with the widest titles take 2.5 MB. A test holds both
 * together.
 */
const MOST_TEXT_BYTES = 3_500_000

/** An outline as one answer holds it: the first texts, as many as there is room for. */
export function withinAnswer(outline: WholeOutline): DraftOutline {
  let room = MOST_TEXT_BYTES
  return outline.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => {
      const { text, withoutText } = kindOf(lesson.kind)
      const long = text(lesson)
      if (!long) return lesson
      room -= answeredBytes(long)
      return room >= 0 ? lesson : withoutText(lesson)
    }),
  }))
}

/** In a result of Lambda a body is a text of JSON within JSON. */
const answeredBytes = (text: string) =>
  new TextEncoder().encode(JSON.stringify(JSON.stringify(text))).length
