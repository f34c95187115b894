import { Button } from '@mantine/core'
import { memo } from 'react'
import type { Learner } from '#contract/enrolments/roster'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { dateInWords } from '#web/ui/words.ts'
import { reader } from '#web/words/use-reader.ts'
import styles from './roster.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly learner: Learner
  /** Of the published version. */
  readonly lessons: number
  /** Within all, of which only some are in the page. */
  /** Opens what may be done about them; nothing for whoever may do nothing. */
  readonly manage?: ((learner: Learner) => void) | undefined
  readonly place: { readonly 'aria-posinset': number; readonly 'aria-setsize': number }
}

/** A calendar day is no instant: no zone moves it. */
const dayInWords = (day: string) => dateInWords(`${day}T00:00:00Z`, { ...reader, timeZone: 'UTC' })

export const LearnerRow = memo(function LearnerRow({ learner, lessons, manage, place }: Props) {
  const { name, email, enrolledAt, completedLessons, lastActiveAt, access, endsOn } = learner
  return (
    <li className={styles.row} data-part="learner" {...place}>
      <span className={styles.who}>
        <strong>
          <bdi>{name || words.nameless}</bdi>
          {access !== 'open' && <span className={styles.badge}>{words.states[access]}</span>}
        </strong>
        {email && (
          <bdi dir="ltr" className="quiet">
            {email}
          </bdi>
        )}
      </span>
      <span className={styles.progress}>
        <progress max={Math.max(1, lessons)} value={completedLessons} aria-hidden="true" />
        <span>{words.lessonsDone(completedLessons, lessons)}</span>
      </span>
      <span className="quiet">
        {lastActiveAt ? <WhenInWords instant={lastActiveAt} /> : words.notBegun}
      </span>
      <time className="quiet" dateTime={enrolledAt}>
        {words.since(dateInWords(enrolledAt))}
        {endsOn && ` · ${words.until(dayInWords(endsOn))}`}
      </time>
      {manage && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.manage(name || words.nameless)}
          aria-haspopup="dialog"
          onClick={() => manage(learner)}
        >
          {words.change}
        </Button>
      )}
    </li>
  )
})
