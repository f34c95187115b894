import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type AnnouncementDraft, isOut } from '#contract/announcements/announcement'
import { clockAt, instantAt } from '#contract/announcements/course-clock'
import type { CourseDraft } from '#contract/courses/course'
import { call, routes } from '#web/api/client.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import styles from './draft.module.css'
import { instantInZone } from './instant-in-zone.ts'
import type { AnnouncementChanges } from './use-announcement-draft.ts'
import { words } from './words/en.ts'

interface Props {
  readonly course: CourseDraft
  readonly announcement: AnnouncementDraft
  readonly params: Pick<AnnouncementDraft, 'courseId'> & {
    readonly announcementId: AnnouncementDraft['id']
  }
  readonly changes: AnnouncementChanges
}

/** Whether learners read an announcement, and what can be done about that. */
export function PublicationBox({ course, announcement, params, changes }: Props) {
  const { timeZone } = course
  const { publishAt } = announcement
  const { mutate, error, isPending } = changes.act
  const out = isOut(announcement, new Date())
  const publish = (at: string | null) =>
    mutate(() => call(routes.publishAnnouncement, { params, body: { at } }))
  const when = publishAt && (
    <time key="when" dateTime={publishAt}>
      {instantInZone(publishAt, timeZone)}
    </time>
  )
  return (
    <section className={layout.panel} aria-label={words.publication} data-part="publication">
      <p role="status">
        {!when && words.isDraft}
        {when && (out ? words.isOut(when) : words.comesOut(when, timeZone))}
      </p>
      {error && (
        <p role="alert" className="problem">
          {messageOf(error)}
        </p>
      )}
      <div className={layout.actions}>
        {!out && (
          <Button loading={isPending} onClick={() => publish(null)}>
            {words.publish}
          </Button>
        )}
        {publishAt !== null && (
          <Button
            variant="default"
            disabled={isPending}
            onClick={() => mutate(() => call(routes.withdrawAnnouncement, { params }))}
          >
            {words.withdraw}
          </Button>
        )}
      </div>
      {!out && (
        <Later
          key={publishAt}
          {...{ publishAt, timeZone, isPending }}
          schedule={(at) => publish(at)}
        />
      )}
    </section>
  )
}

interface LaterProps {
  readonly publishAt: string | null
  readonly timeZone: string
  readonly isPending: boolean
  readonly schedule: (at: string) => void
}

/** A date and a time as the course's clocks show them, and what that is where the teacher is. */
function Later({ publishAt, timeZone, isPending, schedule }: LaterProps) {
  const [local, setLocal] = useState(publishAt ? clockAt(publishAt, timeZone) : '')
  const at = instantAt(local, timeZone)
  const isOver = at !== null && at <= new Date().toISOString()
  const isElsewhere = at !== null && instantInZone(at) !== instantInZone(at, timeZone)
  return (
    <details className={styles.later}>
      <summary>{publishAt ? words.reschedule : words.later}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (at && !isOver) schedule(at)
        }}
      >
        <TextInput
          type="datetime-local"
          label={words.at(timeZone)}
          description={isElsewhere ? words.inYourZone(instantInZone(at)) : words.atHint}
          error={isOver ? words.isOver : undefined}
          value={local}
          onChange={({ currentTarget }) => setLocal(currentTarget.value)}
        />
        <div className={layout.actions}>
          <Button
            type="submit"
            variant="default"
            disabled={!at || isOver || isPending || at === publishAt}
          >
            {words.schedule}
          </Button>
        </div>
      </form>
    </details>
  )
}
