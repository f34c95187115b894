import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { toInstant } from '#web/lessons/gate/opening.ts'
import { messageOf } from '#web/ui/notices.tsx'
import styles from './publishing.module.css'
import { useScheduling } from './use-scheduling.ts'
import { words } from './words/en.ts'

/** A date and a time, in the teacher's zone, at which the draft is published by itself. */
export function ScheduleForm({ courseId, done }: { courseId: CourseId; done: () => void }) {
  const [local, setLocal] = useState('')
  const { mutate, error, isPending } = useScheduling(courseId)
  const at = toInstant(local)
  return (
    <details>
      <summary>{words.publishLater}</summary>
      <form
        className={styles.compare}
        onSubmit={(event) => {
          event.preventDefault()
          if (!at) return
          const set = () => call(routes.setSchedule, { params: { courseId }, body: { at } })
          mutate(set, { onSuccess: done })
        }}
      >
        <TextInput
          type="datetime-local"
          label={words.publishAt}
          description={words.asItIsThen}
          error={error ? messageOf(error) : undefined}
          value={local}
          onChange={({ currentTarget }) => setLocal(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!at} loading={isPending}>
          {words.schedule}
        </Button>
      </form>
    </details>
  )
}
