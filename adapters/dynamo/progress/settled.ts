import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { StoredItems } from '#adapters/dynamo/get-together'
import { ENTITY_FIELD } from '#adapters/dynamo/table'
import { LessonProgress } from '#contract/progress/progress'
import type { StoredProgress } from '#core/progress/ports'
import { SETTLED } from './keys.ts'

/** By lesson; the revision is that of the item which it had. */
export type SettledLessons = ReadonlyMap<string, StoredProgress>

export interface Settled {
  readonly lessons: SettledLessons
  readonly revision: number
}

/** What lies together of a learner in a course, among items of any entities. */
export const settledIn = ({ Items }: StoredItems): Settled | null => {
  const item = Items.find((one) => one[ENTITY_FIELD] === SETTLED)
  if (!item) return null
  const { lessons, revision } = Item.parse(item)
  return { lessons: readSettled(lessons), revision }
}

const Item = z.object({ lessons: z.instanceof(Uint8Array), revision: z.number() })

const PREFIX = 'les_'
const Slim = z.array(
  z
    .tuple([z.string(), z.number(), z.number(), z.union([z.literal(0), z.literal(1)]), z.number()])
    .rest(z.number()),
)

/** In few bytes: a lesson has some 30, of which its id is the most, where an item of its own has 320. */
export const writeSettled = (lessons: SettledLessons): Uint8Array => {
  const slim = Array.from(lessons.values(), ({ progress, revision }) => [
    progress.lessonId.slice(PREFIX.length),
    progress.positionSeconds,
    Date.parse(progress.updatedAt),
    progress.completed ? 1 : 0,
    revision,
    ...progress.watched.flat(),
  ])
  return deflateRawSync(JSON.stringify(slim))
}

export const readSettled = (lessons: Uint8Array): SettledLessons =>
  new Map(
    Slim.parse(JSON.parse(inflateRawSync(lessons).toString())).map(
      ([id, positionSeconds, at, completed, revision, ...ends]) => {
        const progress = LessonProgress.parse({
          ...{ lessonId: `${PREFIX}${id}`, positionSeconds, completed: completed === 1 },
          watched: pairsOf(ends),
          updatedAt: new Date(at).toISOString(),
        })
        return [progress.lessonId, { progress, revision }]
      },
    ),
  )

const pairsOf = (ends: readonly number[]) =>
  Array.from({ length: ends.length / 2 }, (_, n) => ends.slice(2 * n, 2 * n + 2))
