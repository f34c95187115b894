import { z } from 'zod'
import { Pseudonym } from '#contract/events/recorded-event'
import { CourseId, Instant, LessonId } from '#contract/platform/ids'
import { Day } from '#contract/reports/report'

/**
 * What reports read: sums of days, as JSON. A day is written whole each time, so working it out again comes to the same.
 * Days add up, for what happens once to a person (to begin a lesson, to complete it) is an event of one day.
 */
const byDay = <T extends z.ZodType>(day: T) => z.record(Day, day)
const Count = z.number()

/** How often parts of a second of a video were watched: by how much more than the part before, of those where it differs. */
const Steps = z.array(z.tuple([z.number().int(), z.number(), z.number()]))
/** Second, change of plays, change of viewers. */
export type Steps = z.infer<typeof Steps>

/** What somebody did in a course on a day. */
export const PersonDay = z.object({
  seconds: Count,
  /** Lessons completed. */
  completed: Count,
  /** Epoch milliseconds. */
  lastAt: Count,
  lastLesson: LessonId.nullable(),
  /** Whether they completed the course, or left it as the last of both. */
  done: z.boolean(),
  left: z.boolean(),
})
export type PersonDay = z.infer<typeof PersonDay>

export const CourseFactsDay = z.object({
  active: Count,
  enrolled: Count,
  left: Count,
  completed: Count,
  seconds: Count,
  /** Begun, completed, seconds. */
  lessons: z.record(LessonId, z.tuple([Count, Count, Count])),
  curves: z.record(LessonId, Steps),
  people: z.record(Pseudonym, PersonDay),
})
export type CourseFactsDay = z.infer<typeof CourseFactsDay>

/** A course's month. */
export const CourseFacts = byDay(CourseFactsDay)
export type CourseFacts = z.infer<typeof CourseFacts>

export const CourseUseDay = z.object({
  active: Count,
  enrolled: Count,
  completed: Count,
  seconds: Count,
  watchedSeconds: Count,
  encodingUsd: Count,
  sourceBytes: Count,
})

export const SiteFactsDay = z.object({
  active: Count,
  active7: Count.nullable(),
  active30: Count.nullable(),
  courses: z.record(CourseId, CourseUseDay),
})
export type SiteFactsDay = z.infer<typeof SiteFactsDay>

/** The site's month. */
export const SiteFacts = byDay(SiteFactsDay)
export type SiteFacts = z.infer<typeof SiteFacts>

/** Which version of each course was published last. */
export const PublishedFacts = z.record(CourseId, z.number().int())

/** The last days of some of the people: seconds, lessons completed. */
export const WeekFacts = z.record(Pseudonym, byDay(z.tuple([Count, Count])))
export type WeekFacts = z.infer<typeof WeekFacts>

export const AsOfFacts = z.object({ asOf: Instant })

/** People lie in so many files, by the end of their pseudonym. */
export const WEEK_FILES = 64

export const factKeys = {
  course: (courseId: string, month: string) => `facts/courses/${courseId}/${month}.json.gz`,
  site: (month: string) => `facts/site/${month}.json.gz`,
  week: (pseudonym: string) => `facts/weeks/${fileOf(pseudonym)}.json.gz`,
  published: 'facts/published.json.gz',
  asOf: 'facts/as-of.json.gz',
} as const

const fileOf = (pseudonym: string) => Number.parseInt(pseudonym.slice(-2), 36) % WEEK_FILES

/** `2026-11` of `2026-11-28`. */
export const monthOf = (day: string) => day.slice(0, 7)
