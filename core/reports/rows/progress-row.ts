import { z } from 'zod'
import { CourseId, LessonId } from '#contract/platform/ids'
import { WatchedRanges } from '#contract/progress/progress'
import type { Beat } from '#core/progress/beat'
import { recordRow } from './record-row.ts'

const Told: z.ZodType<Beat> = z.object({
  at: z.number(),
  seconds: z.number(),
  fresh: WatchedRanges,
  again: WatchedRanges,
  completes: z.literal(true).optional(),
})

/**
 * What heartbeats told. A lesson's items are numbered on by their revision, also where it settled in between: so an
 * item that is new with another than the first was begun before (ADR 22).
 */
export const progressRow = recordRow({
  entity: 'progress',
  on: ['created', 'changed'],
  item: z.object({
    userId: z.string(),
    courseId: CourseId,
    lessonId: LessonId,
    revision: z.number().optional(),
    beat: Told.optional(),
  }),
  userId: ({ userId }) => userId,
  happened: ({ kind, item, before }) => {
    const { beat, revision = 0, lessonId: lesson, courseId: course } = item
    // What an earlier version wrote; or a write that no heartbeat made.
    if (!beat || revision === before?.revision) return []
    const { at, seconds } = beat
    const shared = { at, course, lesson }
    const watched = ([from_s, to_s]: readonly [number, number], again: boolean) => ({
      ...({ ...shared, event: 'watched', from_s, to_s, again } as const),
      key: `${lesson} ${revision} ${from_s}`,
    })
    return [
      ...(kind === 'created' && revision === 1
        ? [{ ...shared, event: 'lesson_started', key: lesson } as const]
        : []),
      { ...shared, event: 'learned', seconds, key: `${lesson} ${revision}` } as const,
      ...beat.fresh.map((range) => watched(range, false)),
      ...beat.again.map((range) => watched(range, true)),
      ...(beat.completes ? [{ ...shared, event: 'lesson_completed', key: lesson } as const] : []),
    ]
  },
})
