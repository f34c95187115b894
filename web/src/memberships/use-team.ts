import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MembershipTerms, Team } from '#contract/memberships/team'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { answersOf, routeQuery } from '#web/api/route-query.ts'

const teamQuery = (courseId: CourseId) => routeQuery(routes.getTeam, { params: { courseId } })

export const useTeam = (courseId: CourseId) =>
  useQuery({
    ...teamQuery(courseId),
    // Others change it too: looked at again whenever the tab comes to the front.
    staleTime: 1000,
  })

/** What is done to a team, one after the other; what it is then is shown, whatever came of it. */
export function useTeamChanges(courseId: CourseId) {
  const queries = useQueryClient()
  const { queryKey } = teamQuery(courseId)
  const params = { courseId }
  const settings = {
    scope: { id: `team ${courseId}` },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey })
      void queries.invalidateQueries(answersOf(routes.listDrafts))
      void queries.invalidateQueries(answersOf(routes.getDraft))
    },
  }
  const setTeam = (change: (team: Team) => Team) =>
    queries.setQueryData(queryKey, (team) => team && change(team))

  const add = useMutation({
    ...settings,
    mutationFn: (body: MembershipTerms & { email: string }) =>
      call(routes.addMember, { params, body }),
  })
  const change = useMutation({
    ...settings,
    // What the one before has changed counts.
    mutationFn: async ({ userId, terms }: { userId: string; terms: MembershipTerms }) => {
      const known = queries.getQueryData(queryKey)?.members.find((one) => one.userId === userId)
      const body = { ...terms, revision: known?.revision ?? 1 }
      const changed = await call(routes.changeMember, { params: { courseId, userId }, body })
      setTeam(({ members, ...team }) => ({
        ...team,
        members: members.map((one) => (one.userId === userId ? changed : one)),
      }))
      return changed
    },
  })
  const remove = useMutation({
    ...settings,
    mutationFn: ({ userId }: { userId: string; name: string }) =>
      call(routes.removeMember, { params: { courseId, userId } }),
  })
  const handOver = useMutation({
    ...settings,
    mutationFn: ({ userId }: { userId: string; name: string }) =>
      call(routes.handOver, { params, body: { userId } }),
  })
  return { add, change, remove, handOver }
}

export type TeamChanges = ReturnType<typeof useTeamChanges>
