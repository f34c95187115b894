import { z } from 'zod'
import { CourseCard } from '#contract/courses/course'
import { siteRoles } from '#contract/people/site-roles'
import { CourseId, EnrolmentId, Instant, LessonId, UserId } from '#contract/platform/ids'

export const Enrolment = z.object({
  id: EnrolmentId,
  courseId: CourseId,
  userId: UserId,
  enrolledAt: Instant,
})
export type Enrolment = z.infer<typeof Enrolment>

const Second = z.number().min(0).max(86_400)

/** Stretches of a video that were watched, `[from, to)` in seconds: ascending, apart from each other. */
export const WatchedRanges = z.array(z.tuple([Second, Second])).max(200)
export type WatchedRanges = z.infer<typeof WatchedRanges>

/** How far a learner is in one lesson. Seconds of the video; 0 for an article. */
export const LessonProgress = z.object({
  lessonId: LessonId,
  positionSeconds: z.number().min(0),
  /** All that was ever watched of it; none for an article. */
  watched: WatchedRanges.default([]),
  completed: z.boolean(),
  /** When the position was so, by the server's clock. */
  updatedAt: Instant,
})
export type LessonProgress = z.infer<typeof LessonProgress>

/**
 * A heartbeat. `at` is the learner's clock when it was true, `sentAt` the same clock when this request was
 * made: clocks of devices are wrong, so the server takes their difference for the beat's age and nothing
 * else of them. Of two heartbeats for one lesson the younger one's position wins, whichever arrives last.
 * `watched` is added to what was watched before. The server decides when a video is complete;
 * `completed` is an article's. Neither is ever taken back.
 */
export const Heartbeat = z.object({
  positionSeconds: Second,
  durationSeconds: Second,
  /** What was watched since the last heartbeat that the server took. */
  watched: WatchedRanges.default([]),
  completed: z.boolean().default(false),
  at: Instant,
  sentAt: Instant,
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
 * What opening a course gives: where its content is and how far the learner is. The answer also sets
 * CloudFront's signed cookies for the outline and all lessons that any member may open.
 */
export const CourseSession = z.object({
  courseId: CourseId,
  version: z.number().int().min(1),
  /** The published outline (`PublishedOutline`), below the web origin. */
  outlineUrl: z.string(),
  /** When the cookies end; open the course again before. */
  expiresAt: Instant,
  /** The same from this answer on, for devices whose clock is wrong. */
  lastsSeconds: z.number().int().positive(),
  /** Null for whoever is not enrolled: no rule holds for them. */
  enrolledAt: Instant.nullable(),
  progress: z.array(LessonProgress),
  lastLessonId: LessonId.nullable(),
  /** The lesson to go on with, so that it can be fetched beside the outline; null for whoever is not enrolled. */
  opensLessonId: LessonId.nullable(),
})
export type CourseSession = z.infer<typeof CourseSession>

/** What opening one lesson gives. The answer also sets CloudFront's signed cookies for this lesson and its video. */
export const LessonSession = CourseSession.pick({ expiresAt: true, lastsSeconds: true }).extend({
  /** The lesson's content, below the web origin. */
  contentUrl: z.string(),
})
export type LessonSession = z.infer<typeof LessonSession>

export const Me = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(siteRoles)),
})
export type Me = z.infer<typeof Me>
