import type { ReactNode } from 'react'
import type { LessonId } from '#contract/platform/ids'
import type { Wait } from '#contract/rules/release'
import { openingInWords } from './opening.ts'
import { words } from './words/en.ts'

/** What a lesson waits for, as a sentence. */
export function waitInWords(
  wait: Wait,
  titles: ReadonlyMap<string, string>,
  link: (lessonId: LessonId, title: ReactNode) => ReactNode = (_, title) => title,
): ReactNode {
  const title = (id: string) => <bdi key="title">{titles.get(id) ?? ''}</bdi>
  switch (wait.code) {
    case 'opens': {
      const when = (
        <time key="when" dateTime={wait.at}>
          {openingInWords(wait.at)}
        </time>
      )
      return wait.days ? words.opensAfterDays(wait.days, when) : words.opensOn(when)
    }
    case 'after_lesson':
      return words.afterLesson(link(wait.lessonId, title(wait.lessonId)))
    case 'after_module':
      return wait.percent === 100
        ? words.afterModule(title(wait.moduleId))
        : words.afterShare(title(wait.moduleId), wait)
  }
}
