import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ScheduledPublishing } from '#contract/courses/publishing/schedule'
import { words as reasons } from '#contract/lessons/words/en'
import type { CourseId } from '#contract/platform/ids'
import { speaker } from '#contract/words/said'
import { call, routes } from '#web/api/client.ts'
import { instantInWords } from '#web/lessons/gate/opening.ts'
import { messageOf } from '#web/ui/notices.tsx'
import { scheduleQuery, useScheduling } from './use-scheduling.ts'
import { words } from './words/en.ts'

const inWords = speaker(reasons, ({ code }) => code)

/** When a draft is published by itself, or why it was not; nothing where nobody asked for it. */
export function ScheduledNote({ courseId }: { courseId: CourseId }) {
  const { data } = useQuery(scheduleQuery(courseId))
  return data?.scheduled ? <Note courseId={courseId} scheduled={data.scheduled} /> : null
}

function Note({ courseId, scheduled }: { courseId: CourseId; scheduled: ScheduledPublishing }) {
  const { mutate, error, isPending } = useScheduling(courseId)
  const { at, by, failure } = scheduled
  const when = instantInWords(at)
  return (
    <div data-part="scheduled">
      {failure ? (
        <p role="alert" className="problem">
          {words.notPublishedAt(when, inWords(failure))}
        </p>
      ) : (
        <p>{words.scheduledFor(when, by ? <bdi key="by">{by}</bdi> : words.aTeacher)}</p>
      )}
      {error && (
        <p role="alert" className="problem">
          {messageOf(error)}
        </p>
      )}
      <Button
        variant="default"
        size="compact-sm"
        loading={isPending}
        onClick={() => mutate(() => call(routes.cancelSchedule, { params: { courseId } }))}
      >
        {failure ? words.forget : words.cancelSchedule}
      </Button>
    </div>
  )
}
