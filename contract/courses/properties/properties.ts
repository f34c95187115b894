import { z } from 'zod'
import { Language } from '#contract/videos/asset'
import { CourseCover, CoverChoice } from './cover.ts'
import { isTimeZone } from './dates.ts'
import { levels, propertyLimits, visibilities, waysToEnrol } from './limits.ts'
import { asTopic, distinctTopics } from './topics.ts'

const Topic = z.string().overwrite(asTopic).min(1).max(propertyLimits.topic)
const Topics = z.array(Topic).overwrite(distinctTopics).max(propertyLimits.topics)
const Description = z.string().trim().max(propertyLimits.description)
const TimeZone = z.string().max(propertyLimits.timeZone).refine(isTimeZone, 'unlike_a_time_zone')

/** What lists tell of a course beside its title. It shows when the course is published. */
export const CourseFacts = z.object({
  /** In which it is taught; null: nobody said. */
  language: Language.nullable().default(null),
  level: z.enum(levels).nullable().default(null),
  topics: Topics.default([]),
  /** Calendar days in the course’s zone, both included; null: it has no such day. */
  startsOn: z.iso.date().nullable().default(null),
  endsOn: z.iso.date().nullable().default(null),
  timeZone: TimeZone.default('UTC'),
  /** Null: the generated one. */
  cover: CourseCover.nullable().default(null),
})
export type CourseFacts = z.infer<typeof CourseFacts>

export const CourseDescription = Description.default('')

/** What holds at once, published or not. */
export const CourseDoors = z.object({
  visibility: z.enum(visibilities).default('public'),
  enrolling: z.enum(waysToEnrol).default('open'),
  /** As many learners as it takes at most; null: any number. */
  capacity: z.number().int().min(1).max(propertyLimits.capacity).nullable().default(null),
})
export type CourseDoors = z.infer<typeof CourseDoors>

/** The same fields where a change names some of them: nothing stands in for what it leaves out. */
export const PropertyChanges = z
  .object({
    description: Description,
    language: Language.nullable(),
    level: z.enum(levels).nullable(),
    topics: Topics,
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    timeZone: TimeZone,
    /** A picture among the course’s files. */
    cover: CoverChoice.nullable(),
    visibility: z.enum(visibilities),
    enrolling: z.enum(waysToEnrol),
    capacity: CourseDoors.shape.capacity.unwrap(),
  })
  .partial()
export type PropertyChanges = z.infer<typeof PropertyChanges>

/** Of a course of which nobody has said any of it. */
export const UNSAID = {
  description: '',
  language: null,
  level: null,
  topics: [],
  startsOn: null,
  endsOn: null,
  timeZone: 'UTC',
  cover: null,
} satisfies CourseFacts & { description: string }
export const OPEN_DOORS: CourseDoors = { visibility: 'public', enrolling: 'open', capacity: null }
