import { NativeSelect, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { ChangeList } from './change-list.tsx'
import styles from './publishing.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly courseId: CourseId
  /** Those that are listed, newest first: at least two. */
  readonly versions: readonly number[]
}

/** What any two of the listed versions differ in. */
export function Comparison({ courseId, versions }: Props) {
  const [since, setSince] = useState<number>()
  const [version, setVersion] = useState<number>()
  const chosen = since !== undefined && version !== undefined && since !== version
  const choices = [
    { value: '', label: words.choose },
    ...versions.map((one) => ({ value: String(one), label: words.version(one) })),
  ]
  return (
    <section className={layout.panel} aria-label={words.compare}>
      <div className={styles.compare}>
        <NativeSelect
          label={words.from}
          data={choices}
          value={since ?? ''}
          onChange={({ currentTarget }) => setSince(Number(currentTarget.value) || undefined)}
        />
        <NativeSelect
          label={words.to}
          data={choices}
          value={version ?? ''}
          onChange={({ currentTarget }) => setVersion(Number(currentTarget.value) || undefined)}
        />
      </div>
      {chosen ? (
        <Difference courseId={courseId} since={since} version={version} />
      ) : (
        <p className="quiet">{words.chooseTwo}</p>
      )}
    </section>
  )
}

function Difference(asked: { courseId: CourseId; since: number; version: number }) {
  const { courseId, since, version } = asked
  const { data, error } = useQuery({
    ...routeQuery(routes.compareVersions, { params: { courseId }, query: { since, version } }),
    // What was published never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error)
    return (
      <p role="alert" className="problem">
        {messageOf(error)}
      </p>
    )
  return data ? (
    <div role="status">
      <ChangeList {...data} />
    </div>
  ) : (
    <Skeleton height={60} aria-label={words.beingCompared} />
  )
}
