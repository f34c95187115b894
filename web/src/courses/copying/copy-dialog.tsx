import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { firstDayOf, MOST_SHIFTED_DAYS } from '#contract/courses/copying/dates-of'
import type { CourseDraft } from '#contract/courses/course'
import { courseLimits } from '#contract/courses/limits'
import { daysBetween } from '#contract/rules/calendar'
import { call, routes } from '#web/api/client.ts'
import { answersOf } from '#web/api/route-query.ts'
import { useDraft } from '#web/courses/use-draft.ts'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice, messageOf } from '#web/ui/notices.tsx'
import { useLeadOn } from '#web/ui/use-lead-on.ts'
import { DatesMoved } from './dates-moved.tsx'
import { words } from './words/en.ts'

interface Props {
  readonly course: CourseDraft
  readonly close: () => void
}

/** Asks what a copy is to be called and when it begins, and shows what that does to every date. */
export default function CopyDialog({ course, close }: Props) {
  return (
    <Modal opened onClose={close} title={words.duplicateCourse} size="lg">
      <CopyForm course={course} close={close} />
    </Modal>
  )
}

function CopyForm({ course, close }: Props) {
  const leadOn = useLeadOn()
  const queries = useQueryClient()
  const draft = useDraft(course.id)
  const [title, setTitle] = useState(words.copyOf(course.title).slice(0, courseLimits.title))
  // The same for every try: a copy that was made and not heard of is not made twice.
  const [key] = useState(() => crypto.randomUUID())
  const modules = draft.data?.modules ?? []
  const wasFirst = draft.data ? firstDayOf(course, modules) : null
  const [chosen, setChosen] = useState<string | null>(null)
  const shift = wasFirst && chosen ? daysBetween(wasFirst, chosen) : 0
  const days = Math.abs(shift) <= MOST_SHIFTED_DAYS ? shift : 0
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      call(routes.copyCourse, { params: { courseId: course.id }, body: { key, title, days } }),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries(answersOf(routes.listDrafts))
      await leadOn({ to: '/teach/$courseId', params: { courseId: id } })
    },
  })
  if (draft.isError && !draft.data)
    return <ErrorNotice error={draft.error} retry={() => void draft.refetch()} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <TextInput
        data-autofocus
        mb="sm"
        label={words.courseTitle}
        required
        maxLength={courseLimits.title}
        dir="auto"
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <p>{words.copied}</p>
      <p className="quiet">{words.notCopied}</p>
      {wasFirst && (
        <>
          <TextInput
            type="date"
            mb="sm"
            label={words.newFirstDay}
            description={words.newFirstDayHint}
            value={chosen ?? wasFirst}
            onChange={({ currentTarget }) => setChosen(currentTarget.value || null)}
          />
          <p role="status">{words.movesBy(days)}</p>
          <DatesMoved course={course} modules={modules} days={days} />
        </>
      )}
      {error && (
        <p role="alert" className="problem">
          {messageOf(error)}
        </p>
      )}
      <div className={layout.actions}>
        <Button type="submit" loading={isPending} disabled={!draft.data}>
          {words.duplicate}
        </Button>
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
