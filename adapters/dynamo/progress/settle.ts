import { Service } from 'electrodb'
import type { StoredItems } from '#adapters/dynamo/get-together'
import type { Table } from '#adapters/dynamo/table'
import { joinProgress } from '#core/progress/join-progress'
import type { StoredProgress } from '#core/progress/ports'
import { progressEntity } from './entity.ts'
import { settledIn, writeSettled } from './settled.ts'
import { settledProgressEntity } from './settled-entity.ts'
import { apartIn } from './stored.ts'

/** Whoever learns is at these. */
const LATEST = 2
/**
 * Somebody waits for it. A transaction would take a hundred items:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
const MOST_AT_ONCE = 50
/** Of a lesson that settles. Who jumped about in a video more keeps an item for it. */
const MOST_RANGES = 8
/** Of what lies together: it is written whole each time, two units a kilobyte. */
const MOST_BYTES = 100_000

/**
 * Brings the lessons that a read of a learner's partition found together, where they have become many. What settles
 * leaves its own item in the same transaction. Where somebody wrote one of them since, settled before us, or the table
 * is busy, nothing changes, and the next read finds them again.
 */
export async function settle(
  table: Table,
  { userId, courseId }: { readonly userId: string; readonly courseId: string },
  found: StoredItems,
): Promise<void> {
  const settling = settlingOf(apartIn(found))
  const before = settledIn(found)
  const lessons = new Map(before?.lessons)
  for (const one of settling) {
    const { lessonId } = one.progress
    const known = lessons.get(lessonId)
    const progress = known ? joinProgress(known.progress, one.progress) : one.progress
    lessons.set(lessonId, { progress, revision: Math.max(1, one.revision, known?.revision ?? 1) })
  }
  const written = writeSettled(lessons)
  if (settling.length === 0 || written.length > MOST_BYTES) return
  await new Service({
    apart: progressEntity(table),
    together: settledProgressEntity(table),
  }).transaction
    .write(({ apart, together }) => [
      together
        .put({ userId, courseId, lessons: written, revision: (before?.revision ?? 0) + 1 })
        .where(({ revision }, { eq, notExists }) =>
          before ? eq(revision, before.revision) : notExists(revision),
        )
        .commit(),
      ...settling.map(({ progress: { lessonId }, revision: read }) =>
        apart
          .delete({ userId, courseId, lessonId })
          // Items from before there were revisions have none.
          .where(({ updatedAt, revision }, { eq, exists, notExists }) =>
            read === 0 ? `${exists(updatedAt)} AND ${notExists(revision)}` : eq(revision, read),
          )
          .commit(),
      ),
    ])
    .go()
}

/** The longest ago first. */
const settlingOf = (apart: readonly StoredProgress[]): StoredProgress[] =>
  apart
    .toSorted((one, other) => (one.progress.updatedAt < other.progress.updatedAt ? -1 : 1))
    .slice(0, -LATEST)
    .filter(({ progress }) => progress.watched.length <= MOST_RANGES)
    .slice(0, MOST_AT_ONCE)
