import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Learner } from '#contract/enrolments/roster'
import type { BodyInput } from '#contract/http/route'
import type { CourseId } from '#contract/platform/ids'
import type { routes as declared } from '#contract/routes'
import { call, routes } from '#web/api/client.ts'
import { answersOf } from '#web/api/route-query.ts'

type Change = BodyInput<(typeof declared)['changeAccess']> & { readonly userId: string }

/** What is done to a course's people, one after the other; the list is asked for again, whatever came of it. */
export function useLearnerChanges(courseId: CourseId) {
  const queries = useQueryClient()
  const settings = {
    scope: { id: `people ${courseId}` },
    onSettled: () => queries.invalidateQueries(answersOf(routes.listLearners)),
  }
  const changeAccess = useMutation({
    ...settings,
    mutationFn: ({ userId, ...body }: Change) =>
      call(routes.changeAccess, { params: { courseId, learnerId: userId }, body }),
  })
  const remove = useMutation({
    ...settings,
    mutationFn: ({ userId }: Pick<Learner, 'userId' | 'name'>) =>
      call(routes.removeLearner, { params: { courseId, learnerId: userId } }),
  })
  const bringBack = useMutation({
    ...settings,
    mutationFn: ({ userId }: Pick<Learner, 'userId' | 'name'>) =>
      call(routes.returnLearner, { params: { courseId, learnerId: userId } }),
    // What was removed is not to be brought back twice.
    onSuccess: () => remove.reset(),
  })
  return { changeAccess, remove, bringBack }
}

export type LearnerChanges = Pick<ReturnType<typeof useLearnerChanges>, 'changeAccess' | 'remove'>
