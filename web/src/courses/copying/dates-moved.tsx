import { shiftedDays, shiftedLesson } from '#contract/courses/copying/dates-of'
import type { CourseDraft } from '#contract/courses/course'
import { opensAt } from '#contract/lessons/gate/is-open'
import type { DraftOutline } from '#contract/lessons/lesson'
import { shiftDay } from '#contract/rules/calendar'
import { dateInWords } from '#web/ui/words.ts'
import { locale } from '#web/words/language.ts'
import styles from './copying.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly course: CourseDraft
  readonly modules: DraftOutline
  readonly days: number
}

/** Enough to see that they are right. */
const MOST_SHOWN = 20

/** Every date of a course, before and after. */
export function DatesMoved({ course, modules, days }: Props) {
  const { startsOn, endsOn, timeZone } = course
  const moved = shiftedDays(course, days)
  const times = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone },
  })
  const time = (instant: string) => times.format(new Date(instant))
  const lessons = modules.flatMap((module) => module.lessons)
  const ruled = [...modules, ...lessons].flatMap(({ id, title, rules = [] }) =>
    rules.flatMap((rule) =>
      rule.when === 'day'
        ? rowOf(`${id} ${rule.on}`, words.opens(title), rule.on, shiftDay(rule.on, days))
        : [],
    ),
  )
  const timed = lessons.flatMap((lesson) => {
    const before = opensAt(lesson.audience)
    const after = opensAt(shiftedLesson(lesson, days, timeZone).audience)
    return before && after
      ? [
          {
            key: lesson.id as string,
            what: words.opens(lesson.title),
            before: time(before),
            after: time(after),
          },
        ]
      : []
  })
  const opening = [...timed, ...ruled]
  const rows = [
    ...rowOf('first', words.firstDay, startsOn, moved.startsOn),
    ...rowOf('last', words.lastDay, endsOn, moved.endsOn),
    ...opening.slice(0, MOST_SHOWN),
  ]
  const more = opening.length - MOST_SHOWN
  return (
    <div className={styles.dates}>
      <table aria-label={words.beforeAndAfter}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, what, before, after }) => (
            <tr key={key}>
              <th scope="row" dir="auto">
                {what}
              </th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="quiet">{words.andMore(more)}</p>}
    </div>
  )
}

const rowOf = (key: string, what: string, before: string | null, after: string | null) =>
  before && after ? [{ key, what, before: dayInWords(before), after: dayInWords(after) }] : []

/** A calendar day is the same everywhere. */
const dayInWords = (day: string): string =>
  dateInWords(`${day}T00:00:00Z`, { locale, timeZone: 'UTC' })
