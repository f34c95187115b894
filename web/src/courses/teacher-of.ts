import type { CourseCard } from '#contract/courses/course'
import { words } from './words/en.ts'

/** Who teaches a course, by name where they gave one. */
export const teacherOf = ({ teacherName }: Pick<CourseCard, 'teacherName'>): string =>
  teacherName || words.teacher
