import type { DraftOutline, Lesson, Module } from '#contract/models/lesson'
import { inOrder } from '#core/lessons/place-behind'
import type { CourseRepository } from '../ports/courses.ts'

export const toOutline = (modules: readonly Module[], lessons: readonly Lesson[]): DraftOutline =>
  inOrder(modules).map((module) => ({
    ...module,
    lessons: inOrder(lessons.filter((lesson) => lesson.moduleId === module.id)),
  }))

export const readOutline = async (courses: CourseRepository, courseId: string) => {
  const { modules, lessons } = await courses.listContents(courseId)
  return toOutline(modules, lessons)
}
