import type { FieldsChanged } from '#contract/lessons/routes'
import { isId } from '#contract/platform/id-form'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { MembershipReader } from '#core/access/ports'
import type { OutlineRepository } from '#core/lessons/ports'
import { notFound } from '#core/platform/errors'
import type { CourseRepository } from './ports.ts'

interface HandsDeps {
  readonly memberships: MembershipReader
  readonly courses: Pick<CourseRepository, 'get' | 'readVersioned'>
  readonly outlines: Pick<OutlineRepository, 'readModule' | 'readLesson'>
}

/** Who changed the fields of a module or a lesson last (without `of`: of the course itself), and when. */
export async function readHands(
  { courses, memberships, outlines }: HandsDeps,
  { of, ...input }: OfCourse & { readonly of?: string | undefined },
): Promise<{ fields: FieldsChanged }> {
  await findOwnCourse({ courses, memberships }, input, 'read')
  const { actor, courseId } = input
  const stored = await (of === undefined
    ? courses.readVersioned(courseId)
    : isId('mod', of)
      ? outlines.readModule(courseId, of)
      : outlines.readLesson(courseId, of))
  if (!stored) throw notFound(of === undefined ? 'course' : isId('mod', of) ? 'module' : 'lesson')
  return {
    fields: Object.fromEntries(
      Object.entries(stored.hands).map(([field, { userId, name, at }]) => [
        field,
        { by: name, mine: userId === actor.userId, at },
      ]),
    ),
  }
}
