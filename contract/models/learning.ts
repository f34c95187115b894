import { z } from 'zod'
import { CourseId, EnrolmentId, Instant, LessonId, UserId } from '../ids.ts'
import { CourseCard } from './course.ts'

export const Enrolment = z.object({
  id: EnrolmentId,
  courseId: CourseId,
  userId: UserId,
  enrolledAt: Instant,
})
export type Enrolment = z.infer<typeof Enrolment>

/** How far a learner is in one lesson. Seconds of the video; 0 for an article. */
export const LessonProgress = z.object({
  lessonId: LessonId,
  positionSeconds: z.number().min(0),
  completed: z.boolean(),
  updatedAt: Instant,
})
export type LessonProgress = z.infer<typeof LessonProgress>

/**
 * A heartbeat. `at` is the learner's clock when it was true: of two heartbeats for one lesson the
 * later `at` wins, whichever arrives last. `completed` is never taken back by a heartbeat.
 */
export const Heartbeat = z.object({
  positionSeconds: z.number().min(0).max(86_400),
  durationSeconds: z.number().min(0).max(86_400),
  completed: z.boolean().default(false),
  at: Instant,
})
export type Heartbeat = z.infer<typeof Heartbeat>

/** A learner's course in "my courses". */
export const MyCourse = z.object({
  course: CourseCard,
  enrolledAt: Instant,
  completedLessons: z.number().int().min(0),
  /** Where to go on; null before the first lesson was opened. */
  lastLessonId: LessonId.nullable(),
  lastActiveAt: Instant.nullable(),
})
export type MyCourse = z.infer<typeof MyCourse>

/**
 * What opening a course gives: where its content is and how far the learner is. The answer also
 * sets CloudFront's signed cookies for `/content/<courseId>/*`.
 */
export const CourseSession = z.object({
  courseId: CourseId,
  version: z.number().int().min(1),
  /** The published outline (`PublishedOutline`), below the web origin. */
  outlineUrl: z.string(),
  /** When the cookies end; open the course again before. */
  expiresAt: Instant,
  progress: z.array(LessonProgress),
  lastLessonId: LessonId.nullable(),
})
export type CourseSession = z.infer<typeof CourseSession>

export const SiteRole = z.enum(['learner', 'author', 'admin'])
export type SiteRole = z.infer<typeof SiteRole>

export const Me = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  roles: z.array(SiteRole),
})
export type Me = z.infer<typeof Me>
