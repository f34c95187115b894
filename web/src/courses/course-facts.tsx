import type { ReactNode } from 'react'
import type { CoursePage } from '#contract/courses/course'
import { useReader } from '#web/words/use-reader.ts'
import styles from './course-facts.module.css'
import { daysInWords, languageInWords } from './facts-in-words.ts'
import { words } from './words/facts/en.ts'

/** What learners want to know before they enrol, as far as its teachers said it. */
export function CourseFacts({ course }: { course: CoursePage }) {
  const reader = useReader()
  const { level, language, topics, placesLeft } = course
  const days = daysInWords(course, reader)
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(level ? [[words.level, words.levels[level]] as const] : []),
    ...(language ? [[words.language, languageInWords(language, reader)] as const] : []),
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
