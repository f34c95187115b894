import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CourseDraft } from '#contract/courses/course'
import type { HistoryEntry } from '#contract/courses/publishing/history'
import { ApiError, call, routes } from '#web/api/client.ts'
import { answersOf } from '#web/api/route-query.ts'
import { rememberPublication } from '#web/courses/own-publications.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { ChangeList } from './change-list.tsx'
import styles from './publishing.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly entry: HistoryEntry
  readonly course: CourseDraft
}

export function HistoryEntryRow({ entry, course }: Props) {
  const live = course.publishedVersion
  const isLive = entry.version === live
  return (
    <li data-version={entry.version}>
      <div className={`${layout.titleRow} ${styles.entry}`}>
        <h2>
          {words.happened[entry.how](entry.version)}
          {isLive && <span className="quiet"> · {words.live}</span>}
        </h2>
        <span className="quiet">
          <WhenInWords instant={entry.at} />
        </span>
      </div>
      <p className="quiet">
        {entry.by ? words.by(<bdi key="by">{entry.by}</bdi>) : words.bySomebody} ·{' '}
        {words.size(entry.modules, entry.lessons)}
      </p>
      {entry.first ? (
        <p>{words.firstVersion}</p>
      ) : (
        <ChangeList changes={entry.changes} changeCount={entry.changeCount} />
      )}
      {live !== null && !isLive && entry.how !== 'returned' && (
        <GoBack course={course} live={live} version={entry.version} />
      )}
    </li>
  )
}

/** Asks once, says what stays; and tells how to undo it, which is the same the other way. */
function GoBack({
  course,
  live,
  version,
}: {
  readonly course: CourseDraft
  readonly live: number
  readonly version: number
}) {
  const [asking, setAsking] = useState(false)
  const { mutate, error, isPending } = usePointing(course)
  if (!asking)
    return (
      <div className={layout.actions}>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.goBackTo(version)}
          onClick={() => setAsking(true)}
        >
          {words.goBack}
        </Button>
      </div>
    )
  return (
    <div role="alert" className={styles.asking}>
      <p>{words.goBackAsked(version, live)}</p>
      {error && <Refusal error={error} />}
      <div className={layout.actions}>
        <Button loading={isPending} onClick={() => mutate({ version, instead: live })}>
          {words.goBackTo(version)}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          {words.keepLive(live)}
        </Button>
      </div>
    </div>
  )
}

function Refusal({ error }: { error: Error }) {
  const issues = error instanceof ApiError ? error.issues : []
  return (
    <div className="problem">
      {messageOf(error)}
      <ul className={styles.list}>
        {issues.map(({ path, message }) => (
          <li key={path + message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}

function usePointing({ id: courseId }: CourseDraft) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: { version: number; instead: number }) => {
      const params = { courseId }
      rememberPublication(await call(routes.pointToVersion, { params, body }))
    },
    onSettled: async () => {
      await Promise.all(
        [routes.getDraft, routes.listVersions, routes.listDrafts].map((route) =>
          queries.invalidateQueries(answersOf(route)),
        ),
      )
    },
  })
}
