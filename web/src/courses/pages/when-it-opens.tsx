import type { ReactNode } from 'react'
import type { CoursePage } from '#contract/courses/course'
import { ruleInWords } from '#web/lessons/gate/rule-in-words.tsx'
import { words } from '#web/lessons/gate/words/rules/en.ts'
import { dateInWords } from '#web/ui/words.ts'
import type { Reader } from '#web/words/use-reader.ts'
import styles from './course-page.module.css'

type Module = CoursePage['modules'][number]
type Lesson = Module['lessons'][number]
/** By what makes two of them the same. */
export type Openings = ReadonlyMap<string, ReactNode>

const NONE: Openings = new Map()

/** What a lesson waits for, whoever its learner is; what is for everyone waits for nothing. */
export function openingsOf(
  { previewUrl, opensFrom, rules = [] }: Lesson,
  titles: ReadonlyMap<string, string>,
  reader: Reader,
): Openings {
  if (previewUrl) return NONE
  const from = opensFrom && (
    <time key="day" dateTime={opensFrom}>
      {dateInWords(opensFrom, reader)}
    </time>
  )
  return new Map([
    ...(opensFrom ? [[opensFrom, words.fromDay(from)] as const] : []),
    ...rules.map((rule) => [JSON.stringify(rule), ruleInWords(rule, titles, reader)] as const),
  ])
}

/** What all of a module's lessons wait for, if there are several. */
export function sharedOpenings(all: readonly Openings[]): Openings {
  const [first = NONE, ...others] = all
  if (others.length === 0) return NONE
  return new Map([...first].filter(([key]) => others.every((one) => one.has(key))))
}

export const titlesOf = ({ modules }: Pick<CoursePage, 'modules'>): ReadonlyMap<string, string> =>
  new Map(
    modules.flatMap((module) => [
      ...(module.id ? [[module.id, module.title] as const] : []),
      ...module.lessons.map(({ id, title }) => [id, title] as const),
    ]),
  )

/** When they open, but for what is told above them. */
export const WhenItOpens = ({
  openings,
  told = NONE,
}: {
  readonly openings: Openings
  readonly told?: Openings
}) =>
  [...openings].map(([key, text]) =>
    told.has(key) ? null : (
      <span key={key} className={`quiet ${styles.opens}`} suppressHydrationWarning>
        {text}
      </span>
    ),
  )
