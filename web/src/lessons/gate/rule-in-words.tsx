import type { ReactNode } from 'react'
import type { Rule } from '#contract/rules/rule'
import { dateInWords } from '#web/ui/words.ts'
import { type Reader, reader } from '#web/words/use-reader.ts'
import { words } from './words/rules/en.ts'

/** When a rule opens a lesson, whoever its learner is. */
export function ruleInWords(
  rule: Rule,
  titles: ReadonlyMap<string, string>,
  by: Reader = reader,
): ReactNode {
  const title = (id: string) => <bdi key="title">{titles.get(id) ?? words.deleted}</bdi>
  switch (rule.when) {
    case 'day':
      return words.fromDay(
        <time key="day" dateTime={rule.on}>
          {dateInWords(`${rule.on}T00:00:00Z`, { locale: by.locale, timeZone: 'UTC' })}
        </time>,
      )
    case 'days':
      return words.daysAfter(rule.after)
    case 'lesson':
      return words.afterLesson(title(rule.lessonId))
    case 'module':
      return rule.percent === 100
        ? words.afterModule(title(rule.moduleId))
        : words.afterShare(title(rule.moduleId), rule.percent)
  }
}
