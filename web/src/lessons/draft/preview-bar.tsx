import { NativeSelect, TextInput } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { runsAt } from '#contract/courses/properties/dates'
import type { CoursePreview } from '#contract/courses/publishing/preview'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { toInstant, toLocal } from '#web/lessons/gate/opening.ts'
import type { AsLearner } from '#web/lessons/line.ts'
import styles from './preview-bar.module.css'
import { words } from './words/en.ts'

const CHOICES = ['nothing', 'before', 'all'] as const

interface Props {
  readonly courseId: CourseId
  readonly lessonId: LessonId | undefined
  readonly course: CoursePreview | undefined
  readonly search: AsLearner
  readonly now: Date
  /** Whoever is looked at as has done nothing in the preview itself. */
  readonly forget: () => void
}

/** Says that this is no course, and whose eyes see it when. */
export function PreviewBar({ courseId, lessonId, course, search, now, forget }: Props) {
  const navigate = useNavigate()
  const look = (changed: AsLearner) =>
    void navigate({
      to: '/teach/$courseId/preview/{-$lessonId}',
      params: { courseId, lessonId },
      search: changed,
      replace: true,
    })
  const { as, at } = search
  const runs = course ? runsAt(course, now) : 'during'
  return (
    <section className={styles.bar} aria-label={words.preview}>
      <p>
        <IconEye size={20} stroke={1.6} aria-hidden />
        <span>
          <strong>{words.preview}</strong> {words.nothingRecorded}{' '}
          <span role="status">{runs !== 'during' && words.runs[runs]}</span>
        </span>
      </p>
      <NativeSelect
        size="sm"
        aria-label={words.asWhom}
        value={as ?? 'nothing'}
        data={CHOICES.map((value) => ({ value, label: words.as[value] }))}
        onChange={({ currentTarget: { value } }) => {
          forget()
          look({
            ...(at && { at }),
            ...((value === 'before' || value === 'all') && { as: value }),
          })
        }}
      />
      <TextInput
        size="sm"
        type="datetime-local"
        aria-label={words.when}
        title={words.when}
        defaultValue={toLocal(at ?? now.toISOString())}
        onChange={({ currentTarget }) => {
          const chosen = toInstant(currentTarget.value)
          look({ ...(as && { as }), ...(chosen && { at: chosen }) })
        }}
      />
      <Link
        to="/teach/$courseId"
        params={{ courseId }}
        search={lessonId ? { lesson: lessonId } : {}}
      >
        {words.back}
      </Link>
    </section>
  )
}
