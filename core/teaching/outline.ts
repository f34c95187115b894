import type { DraftOutline, Lesson, Module } from '#contract/models/lesson'
import type { CourseRepository } from '../ports/courses.ts'

/** Modules and lessons in order; equal positions by id, so that the order never flickers. */
export const inOrder = <T extends { position: number; id: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

export const toOutline = (modules: readonly Module[], lessons: readonly Lesson[]): DraftOutline =>
  inOrder(modules).map((module) => ({
    ...module,
    lessons: inOrder(lessons.filter((lesson) => lesson.moduleId === module.id)),
  }))

/** A position behind all of these. */
export const positionAtEnd = (items: readonly { position: number }[]): number =>
  items.reduce((last, { position }) => Math.max(last, position), 0) + 1

export const readOutline = async (courses: CourseRepository, courseId: string) => {
  const { modules, lessons } = await courses.listContents(courseId)
  return toOutline(modules, lessons)
}
