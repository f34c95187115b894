import { useMutationState } from '@tanstack/react-query'
import type { CourseId } from '#contract/platform/ids'
import { draftScope } from '#web/courses/use-draft.ts'
import { words } from './words/en.ts'

/** Whether all changes of a course have reached the server. */
export function SavedState({ courseId }: { courseId: CourseId }) {
  const underWay = useMutationState({
    filters: {
      status: 'pending',
      predicate: ({ options }) => options.scope?.id === draftScope(courseId).id,
    },
    select: ({ state }) => state.isPaused,
  })
  const word =
    underWay.length === 0
      ? 'saved'
      : underWay.some(Boolean) && !navigator.onLine
        ? 'offline'
        : 'saving'
  return (
    <p className="quiet" data-part="saved-state" data-state={word}>
      {words.savedState[word]}
    </p>
  )
}
