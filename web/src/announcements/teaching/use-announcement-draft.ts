import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AnnouncementDraft } from '#contract/announcements/announcement'
import type { BodyInput } from '#contract/http/route'
import type { AnnouncementId, CourseId } from '#contract/platform/ids'
import type { routes as declared } from '#contract/routes'
import { call, routes } from '#web/api/client.ts'
import { answersOf, routeQuery } from '#web/api/route-query.ts'

interface Of {
  readonly courseId: CourseId
  readonly announcementId: AnnouncementId
}

const draftQuery = (params: Of) => routeQuery(routes.getAnnouncementDraft, { params })

export const useAnnouncementDraft = (params: Of) =>
  useQuery({
    ...draftQuery(params),
    // Others write it too: looked at again whenever the tab comes to the front.
    staleTime: 1000,
  })

type Change = () => Promise<AnnouncementDraft>

/** What is done to an announcement, one after the other; what it is then is shown. */
export function useAnnouncementChanges(params: Of) {
  const queries = useQueryClient()
  const { queryKey } = draftQuery(params)
  const lists = () => {
    void queries.invalidateQueries(answersOf(routes.listAnnouncementDrafts))
    void queries.invalidateQueries(answersOf(routes.listAnnouncements))
  }
  const settings = { scope: { id: `announcement ${params.announcementId}` } }
  const changing = {
    ...settings,
    mutationFn: (change: Change) => change(),
    onSuccess: (now: AnnouncementDraft) => void queries.setQueryData(queryKey, now),
    onError: () => queries.invalidateQueries({ queryKey }),
    onSettled: lists,
  }
  // A button that waited for fields would be gone from under the press that saves the last of them.
  const saving = useMutation(changing)
  const act = useMutation(changing)
  const remove = useMutation({
    ...settings,
    mutationFn: () => call(routes.deleteAnnouncement, { params }),
    onSuccess: () => queries.removeQueries({ queryKey }),
    onSettled: lists,
  })
  const { mutateAsync } = saving
  const save = useCallback(
    (body: BodyInput<(typeof declared)['updateAnnouncement']>) =>
      mutateAsync(() => call(routes.updateAnnouncement, { params, body })),
    [mutateAsync, params],
  )
  return { act, save, remove, unsaved: saving.error }
}
export type AnnouncementChanges = ReturnType<typeof useAnnouncementChanges>
