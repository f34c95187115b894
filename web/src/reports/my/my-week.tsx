import { useQuery } from '@tanstack/react-query'
import { routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { words } from '#web/reports/words/my/en.ts'
import { durationInWords } from '#web/ui/words.ts'
import { locale } from '#web/words/language.ts'
import styles from './my-week.module.css'

const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
const wholeDay = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })

/** A learner's own last seven days. Who learned nothing is invited, and nobody is compared. */
export function MyWeek() {
  const { data } = useQuery(routeQuery(routes.getMyWeek))
  if (!data) return null
  const { days, streakDays } = data
  const all = days.reduce((sum, { seconds }) => sum + seconds, 0)
  const most = Math.max(1, ...days.map(({ seconds }) => seconds))
  return (
    <section className={styles.week} aria-labelledby="my-week">
      <div>
        <h2 id="my-week">{words.myWeek}</h2>
        <p className="quiet">
          {all > 0 ? words.learned(durationInWords(all)) : words.begin}
          {streakDays > 1 && <> {words.streak(streakDays)}</>}
        </p>
      </div>
      {all > 0 && (
        <ol className={styles.days}>
          {days.map(({ day, seconds, completedLessons }) => {
            const of = new Date(day)
            const time = seconds > 0 ? durationInWords(seconds) : undefined
            return (
              <li key={day} title={time}>
                <span className="only-heard">
                  {words.onDay(wholeDay.format(of), time, completedLessons)}
                </span>
                <i style={{ height: `${(100 * seconds) / most}%` }} />
                <time dateTime={day} aria-hidden>
                  {weekday.format(of)}
                </time>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
