import { z } from 'zod'
import { pageOf } from '#contract/http/paging'
import { LessonKind } from '#contract/lessons/kinds/index'
import { CourseId, Instant, LessonId } from '#contract/platform/ids'
import { PromiseLimits, PromiseName } from '#contract/platform/promised'

const Count = z.number().int().min(0)
const Seconds = z.number().min(0)

/** A day in UTC. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** The most days that a report has: two years. */
export const MOST_DAYS = 731

/** What a report is asked for: from the first to the last day, both included. */
export const ReportPeriod = z
  .object({ from: Day, to: Day })
  .superRefine(({ from, to }, context) => {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
    if (days < 0 || days >= MOST_DAYS)
      context.addIssue({ code: 'custom', path: ['to'], message: 'unlike_a_period' })
  })
export type ReportPeriod = z.infer<typeof ReportPeriod>

/** When it was last worked out; null before anything was recorded. */
const AsOf = { asOf: Instant.nullable() }

/** One day of a course. */
export const CourseDay = z.object({
  day: Day,
  /** People who did anything. */
  active: Count,
  enrolled: Count,
  left: Count,
  completed: Count,
  /** Time that learners spent. */
  seconds: Seconds,
})
export type CourseDay = z.infer<typeof CourseDay>

/** A lesson on the way through the course, in the order of the published outline. */
export const FunnelLesson = z.object({
  lessonId: LessonId,
  title: z.string(),
  moduleTitle: z.string(),
  kind: LessonKind,
  started: Count,
  completed: Count,
  seconds: Seconds,
})
export type FunnelLesson = z.infer<typeof FunnelLesson>

export const CourseReport = z.object({
  ...AsOf,
  courseId: CourseId,
  title: z.string(),
  /** Every day of the period, also those on which nothing happened. */
  days: z.array(CourseDay),
  /** Different people who did anything in the period. */
  active: Count,
  lessons: z.array(FunnelLesson),
})
export type CourseReport = z.infer<typeof CourseReport>

/** How a video was watched: each part of it, from its beginning. */
export const LessonReport = z.object({
  ...AsOf,
  lessonId: LessonId,
  title: z.string(),
  durationSeconds: Seconds,
  /** How long each part is; the last may be shorter. */
  partSeconds: z.number().positive(),
  /** People who began the lesson in the period. */
  began: Count,
  parts: z.array(
    z.object({
      /** People who watched it, and how often they did so, in all. Means over the part: not whole numbers. */
      viewers: z.number().min(0),
      plays: z.number().min(0),
    }),
  ),
})
export type LessonReport = z.infer<typeof LessonReport>

/** Somebody who began a course, did not complete it, and has not been there for a while. */
export const StoppedLearner = z.object({
  /** Empty of somebody whose name is not known, or who is not enrolled any more. Never an id, nor an address. */
  name: z.string(),
  lastActiveOn: Day,
  completedLessons: Count,
  seconds: Seconds,
  /** Where they stopped; null where that lesson is not published any more. */
  lesson: z.object({ id: LessonId, title: z.string() }).nullable(),
})
export type StoppedLearner = z.infer<typeof StoppedLearner>
/** The longest there first. */
export const StoppedLearners = pageOf(StoppedLearner).extend({ ...AsOf, total: Count })

/** A course among the site's, of a period. */
export const CourseUse = z.object({
  courseId: CourseId,
  title: z.string(),
  /** Days of learning: each person once for each day on which they did anything. */
  learnerDays: Count,
  enrolled: Count,
  completed: Count,
  seconds: Seconds,
  /** Of what was uploaded for it in the period. */
  uploadedBytes: Count,
  /** By estimate, in US dollars: encoding in the period; and sending what was watched in it. */
  encodingUsd: z.number().min(0),
  egressUsd: z.number().min(0),
})
export type CourseUse = z.infer<typeof CourseUse>

/** How far a promise was kept. */
export const PromiseReport = PromiseLimits.extend({
  promise: PromiseName,
  /** Those on which anything was measured: the percentile or the share of the day, and of how many. */
  days: z.array(z.object({ day: Day, value: z.number().min(0), measured: Count })),
})
export type PromiseReport = z.infer<typeof PromiseReport>

export const SiteReport = z.object({
  ...AsOf,
  /** Different people active on each day; and in the 7 and 30 days that end with it, counted the night after. */
  days: z.array(
    z.object({ day: Day, active: Count, active7: Count.nullable(), active30: Count.nullable() }),
  ),
  /** The most used first, at most a hundred. */
  courses: z.array(CourseUse),
  promises: z.array(PromiseReport),
})
export type SiteReport = z.infer<typeof SiteReport>

/** A learner's own week, the last seven days. */
export const MyWeek = z.object({
  ...AsOf,
  days: z.array(z.object({ day: Day, seconds: Seconds, completedLessons: Count })).length(7),
  /** Days on end with any learning, up to today or yesterday. */
  streakDays: Count,
})
export type MyWeek = z.infer<typeof MyWeek>
