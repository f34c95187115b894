import { useMemo, useSyncExternalStore } from 'react'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { useChange } from '#web/courses/use-draft.ts'
import { MoveQueue } from './move-queue.ts'
import type { Place, Placements } from './order.ts'

/** By course, so that what is under way is known to whoever comes back to the page. */
const queues = new Map<CourseId, MoveQueue>()

function queueOf(courseId: CourseId): MoveQueue {
  const known = queues.get(courseId) ?? new MoveQueue()
  queues.set(courseId, known)
  return known
}

/** The page hears of an outline that was read again a moment later; until then nothing is to jump back. */
const UNTIL_SHOWN_MS = 50

/** A draft's outline as its teacher left it, and the way to move what is in it. */
export function useMoves(courseId: CourseId, stored: DraftOutline) {
  const { mutateAsync } = useChange(courseId)
  const queue = queueOf(courseId)
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown follows the queue's state
  const outline = useMemo(() => queue.shown(stored), [queue, stored, state])
  const move = (ids: ReadonlySet<string>, place: Place) =>
    queue.move(stored, ids, place, async ({ modules, lessons }: Placements) => {
      await mutateAsync(() =>
        call(routes.moveItems, {
          params: { courseId },
          body: { modules: [...modules], lessons: [...lessons] },
        }),
      )
      await new Promise((resolve) => setTimeout(resolve, UNTIL_SHOWN_MS))
    })
  return { outline, move, isMoving: state.sending !== null, error: state.error }
}
