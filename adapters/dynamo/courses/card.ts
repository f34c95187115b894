import { CourseCard } from '#contract/courses/course'
import { CourseDoors } from '#contract/courses/properties/properties'
import type { PublicCourse } from '#core/courses/ports'
import type { CourseItem } from './entity.ts'
import type { CourseWithCount } from './read-courses.ts'

/** Published by earlier versions of ours for who gave no name. */
const NO_NAME = 'A teacher'

/** A published course's card, with how many are enrolled by now. */
export const toCard = (card: NonNullable<CourseItem['card']>, enrolmentCount: number): CourseCard =>
  CourseCard.parse({
    ...card,
    teacherName: card.teacherName === NO_NAME ? '' : card.teacherName,
    enrolmentCount,
  })

/** How one comes to see a course and to be in it, where nobody has said otherwise. */
export const doorsOf = ({ course, places }: CourseWithCount): CourseDoors =>
  CourseDoors.parse({
    visibility: course.visibility,
    enrolling: course.enrolling,
    capacity: places,
  })

/** As its page shows it: null where it is not published, or for its members alone. */
export function toPublic(found: CourseWithCount): PublicCourse | null {
  const { visibility, enrolling, capacity } = doorsOf(found)
  if (!found.course.card || visibility === 'private') return null
  return {
    ...toCard(found.course.card, found.enrolled),
    visibility,
    enrolling,
    placesLeft: capacity === null ? null : Math.max(0, capacity - found.enrolled),
  }
}
