import { z } from 'zod'
import { Audience } from '#contract/lessons/gate/audience'

const title = z.string()
const count = z.number().int().min(0)
const change = <const What extends string, Shape extends z.ZodRawShape>(what: What, shape: Shape) =>
  z.object({ what: z.literal(what), ...shape })

/** One thing in which a version of a course differs from another; titles are those of the later one. */
export const VersionChange = z.discriminatedUnion('what', [
  change('course_renamed', { from: title, to: title }),
  change('summary_changed', {}),
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
])
export type VersionChange = z.infer<typeof VersionChange>

/** The first of them, and how many there are. */
export const Changes = z.object({ changes: z.array(VersionChange), changeCount: count })
export type Changes = z.infer<typeof Changes>
