import { z } from 'zod'
import { CourseDoors, CourseFacts } from '#contract/courses/properties/properties'
import { Audience } from '#contract/lessons/gate/audience'

const title = z.string()
const count = z.number().int().min(0)
const { language, level, topics, startsOn, endsOn, timeZone } = CourseFacts.shape
const { visibility, enrolling, capacity } = CourseDoors.shape
const change = <const What extends string, Shape extends z.ZodRawShape>(what: What, shape: Shape) =>
  z.object({ what: z.literal(what), ...shape })

/** One thing in which a version of a course differs from another; titles are those of the later one. */
export const VersionChange = z.discriminatedUnion('what', [
  change('course_renamed', { from: title, to: title }),
  change('summary_changed', {}),
  change('description_changed', {}),
  change('language_changed', { language }),
  change('level_changed', { level }),
  change('topics_changed', { added: topics, removed: topics }),
  change('dates_changed', { startsOn, endsOn, timeZone }),
  /** Not `uploaded`: the generated one is back. */
  change('cover_changed', { uploaded: z.boolean() }),
  /** These three hold without publishing: they are what held when each was published. */
  change('visibility_changed', { visibility }),
  change('enrolling_changed', { enrolling }),
  change('capacity_changed', { capacity }),
  change('module_added', { module: title, lessons: count }),
  change('module_removed', { module: title, lessons: count }),
  change('module_renamed', { from: title, to: title }),
  change('module_moved', { module: title }),
  change('lesson_added', { lesson: title, module: title }),
  change('lesson_removed', { lesson: title, module: title }),
  change('lesson_renamed', { from: title, to: title }),
  /** Within its module. */
  change('lesson_reordered', { lesson: title, module: title }),
  change('lesson_moved', { lesson: title, from: title, to: title }),
  change('lesson_edited', { lesson: title }),
  /** Null: it is for every member at once. */
  change('lesson_opened', { lesson: title, audience: Audience.nullable() }),
  /** How many rules there are from then on; a lesson's besides its module's. */
  change('module_rules_changed', { module: title, rules: count }),
  change('lesson_rules_changed', { lesson: title, rules: count }),
])
export type VersionChange = z.infer<typeof VersionChange>

/** The first of them, and how many there are. */
export const Changes = z.object({ changes: z.array(VersionChange), changeCount: count })
export type Changes = z.infer<typeof Changes>
