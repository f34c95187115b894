import type { ReactNode } from 'react'
import type { CoursePage } from '#contract/courses/course'
import { dateInWords } from '#web/ui/words.ts'
import { type Reader, useReader } from '#web/words/use-reader.ts'
import styles from './course-facts.module.css'
import { words } from './words/facts/en.ts'

/** What learners want to know before they enrol, as far as its teachers said it. */
export function CourseFacts({ course }: { course: CoursePage }) {
  const reader = useReader()
  const { level, language, topics, placesLeft } = course
  const days = daysInWords(course, reader)
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(level ? [[words.level, words.levels[level]] as const] : []),
    ...(language ? [[words.language, languageIn(language, reader)] as const] : []),
    ...(days ? [[words.dates, days] as const] : []),
    ...(placesLeft === null
      ? []
      : [[words.places, placesLeft > 0 ? words.placesLeft(placesLeft) : words.full] as const]),
    ...(topics.length > 0
      ? [
          [
            words.topics,
            <ul key="topics" className={styles.topics}>
              {topics.map((topic) => (
                <li key={topic}>
                  <bdi>{topic}</bdi>
                </li>
              ))}
            </ul>,
          ] as const,
        ]
      : []),
  ]
  if (facts.length === 0) return null
  return (
    <dl className={styles.facts} suppressHydrationWarning>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd suppressHydrationWarning>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function daysInWords(
  { startsOn, endsOn, timeZone }: Pick<CoursePage, 'startsOn' | 'endsOn' | 'timeZone'>,
  { locale }: Reader,
): string | null {
  // A calendar day is the same everywhere.
  const day = (text: string) => dateInWords(`${text}T00:00:00Z`, { locale, timeZone: 'UTC' })
  const zoned = (days: string) => words.inZone(days, timeZone)
  if (startsOn && endsOn) return zoned(words.between(day(startsOn), day(endsOn)))
  if (startsOn) return zoned(words.from(day(startsOn)))
  return endsOn ? zoned(words.until(day(endsOn))) : null
}

function languageIn(tag: string, { locale }: Reader): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
