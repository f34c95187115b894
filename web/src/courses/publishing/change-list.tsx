import type { ReactNode } from 'react'
import type { Changes, VersionChange } from '#contract/courses/publishing/changes'
import type { Audience } from '#contract/lessons/gate/audience'
import { opensAt } from '#contract/lessons/gate/is-open'
import { instantInWords } from '#web/lessons/gate/opening.ts'
import { factInWords } from './fact-in-words.tsx'
import styles from './publishing.module.css'
import { words } from './words/en.ts'

/** What differs between two versions, a sentence each; of very many the first. */
export function ChangeList({ changes, changeCount }: Changes) {
  if (changeCount === 0) return <p className="quiet">{words.nothingChanged}</p>
  return (
    <>
      <ul className={styles.list}>
        {changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read alike, and the order stays
          <li key={at}>{changeInWords(change)}</li>
        ))}
      </ul>
      {changeCount > changes.length && (
        <p className="quiet">{words.moreChanges(changeCount - changes.length)}</p>
      )}
    </>
  )
}

const title = (key: string, text: string) => <bdi key={key}>{text}</bdi>

function changeInWords(change: VersionChange): ReactNode {
  switch (change.what) {
    case 'course_renamed':
      return words.courseRenamed(title('from', change.from), title('to', change.to))
    case 'summary_changed':
      return words.summaryChanged
    case 'description_changed':
    case 'language_changed':
    case 'level_changed':
    case 'topics_changed':
    case 'dates_changed':
    case 'cover_changed':
    case 'visibility_changed':
    case 'enrolling_changed':
    case 'capacity_changed':
      return factInWords(change)
    case 'module_added':
      return words.moduleAdded(title('module', change.module), change.lessons)
    case 'module_removed':
      return words.moduleRemoved(title('module', change.module), change.lessons)
    case 'module_renamed':
      return words.moduleRenamed(title('from', change.from), title('to', change.to))
    case 'module_moved':
      return words.moduleMoved(title('module', change.module))
    case 'lesson_added':
      return words.lessonAdded(title('lesson', change.lesson), title('module', change.module))
    case 'lesson_removed':
      return words.lessonRemoved(title('lesson', change.lesson), title('module', change.module))
    case 'lesson_renamed':
      return words.lessonRenamed(title('from', change.from), title('to', change.to))
    case 'lesson_reordered':
      return words.lessonReordered(title('lesson', change.lesson), title('module', change.module))
    case 'lesson_moved':
      return words.lessonMoved(
        title('lesson', change.lesson),
        title('from', change.from),
        title('to', change.to),
      )
    case 'lesson_edited':
      return words.lessonEdited(title('lesson', change.lesson))
    case 'lesson_opened':
      return openedInWords(title('lesson', change.lesson), change.audience)
    case 'module_rules_changed':
      return words.moduleRules(title('module', change.module), change.rules)
    case 'lesson_rules_changed':
      return words.lessonRules(title('lesson', change.lesson), change.rules)
  }
}

function openedInWords(lesson: ReactNode, audience: Audience | null): ReactNode {
  if (audience?.who === 'everyone') return words.openToEveryone(lesson)
  const from = opensAt(audience ?? undefined)
  return from ? words.opensFrom(lesson, instantInWords(from)) : words.openToMembers(lesson)
}
