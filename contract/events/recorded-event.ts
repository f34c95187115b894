import { z } from 'zod'
import { CourseId } from '#contract/platform/ids'

/** Stands for a person in what is recorded. Who it was, one register alone knows, and forgets when they are erased. */
export const Pseudonym = z.string().regex(/^[0-9a-z]{26}$/)
export type Pseudonym = z.infer<typeof Pseudonym>

/**
 * What every event of learning has. An event is flat, for it is a row: a name means the same in all of them, and no
 * name, address or text that a person wrote is in any.
 */
const shared = {
  /** The same however often it is told, so that it counts once. */
  id: z.string().min(1).max(200),
  v: z.literal(1),
  /** When it was so: epoch milliseconds. Its day in UTC is the day that it counts to. */
  at: z.number().int().min(0),
  course: CourseId,
}

/** Declares an event. A field that comes later is optional; a change of meaning is another event. */
export const recordedEvent = <const Name extends string, Shape extends z.ZodRawShape>(
  event: Name,
  shape: Shape,
) => z.object({ event: z.literal(event), ...shared, ...shape })
