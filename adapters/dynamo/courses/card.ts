import { CourseCard } from '#contract/courses/course'
import type { CourseItem } from './entity.ts'

/** Published by earlier versions of ours for who gave no name. */
const NO_NAME = 'A teacher'

/** A published course's card, with how many are enrolled by now. */
export const toCard = (card: NonNullable<CourseItem['card']>, enrolmentCount: number): CourseCard =>
  CourseCard.parse({
    ...card,
    teacherName: card.teacherName === NO_NAME ? '' : card.teacherName,
    enrolmentCount,
  })
