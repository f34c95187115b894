import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { answersOf, routeQuery } from '#web/api/route-query.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { words } from './words/en.ts'

const LOOKS_EVERY_MS = 3_000

/** How far a course is that is a copy, or why it goes no further; the draft is read again as it fills. */
export default function CopyingNote({ courseId }: { courseId: CourseId }) {
  const queries = useQueryClient()
  const asked = routeQuery(routes.getCopying, { params: { courseId } })
  const { data, error } = useQuery({
    ...{ ...asked, staleTime: 0 },
    refetchInterval: ({ state: { data } }) =>
      data?.copying?.state === 'under_way' ? LOOKS_EVERY_MS : false,
  })
  const retry = useMutation({
    mutationFn: (without: boolean) =>
      call(routes.retryCopying, { params: { courseId }, body: { without } }),
    onSuccess: (answer) => queries.setQueryData(asked.queryKey, answer),
  })
  const state = data?.copying?.state
  const hasBegun = (data?.copying?.copied ?? 0) > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these says that there is more to see
  useEffect(() => {
    if (!state) return
    for (const route of [routes.getDraft, routes.listAssets, routes.listFiles, routes.listDrafts])
      void queries.invalidateQueries(answersOf(route))
  }, [queries, state, hasBegun])
  if (!data?.copying) return error && <p className="problem">{messageOf(error)}</p>
  const { of, copied, total, missing } = data.copying
  if (state === 'done') return null
  if (state === 'under_way')
    return (
      <div role="status" className={layout.panel} data-part="copying">
        <p dir="auto">{words.beingCopied(of)}</p>
        {total > 0 && <p>{words.soFar(copied, total)}</p>}
        <p className="quiet">{words.publishLater}</p>
      </div>
    )
  return (
    <div role="alert" className={layout.panel} data-part="copying">
      <p className="problem">{words.notWhole}</p>
      {missing.length > 0 && (
        <>
          <p>{words.areMissing}</p>
          <ul>
            {missing.map((name) => (
              <li key={name} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
      {retry.error && <p className="problem">{messageOf(retry.error)}</p>}
      <div className={layout.actions}>
        <Button size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate(false)}>
          {words.tryAgain}
        </Button>
        {missing.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={retry.isPending}
            onClick={() => retry.mutate(true)}
          >
            {words.goOnWithout}
          </Button>
        )}
      </div>
    </div>
  )
}
