import type { ReactNode } from 'react'
import type { VersionChange } from '#contract/courses/publishing/changes'
import { daysInWords, languageInWords } from '#web/courses/facts-in-words.ts'
import { words as facts } from '#web/courses/words/facts/en.ts'
import { reader } from '#web/words/use-reader.ts'
import { words } from './words/en.ts'

type OfFacts =
  | 'description_changed'
  | 'language_changed'
  | 'level_changed'
  | 'topics_changed'
  | 'dates_changed'
  | 'cover_changed'
  | 'visibility_changed'
  | 'enrolling_changed'
  | 'capacity_changed'

/** What a course says of itself otherwise than before. */
export function factInWords(change: Extract<VersionChange, { readonly what: OfFacts }>): ReactNode {
  switch (change.what) {
    case 'description_changed':
      return words.descriptionChanged
    case 'language_changed':
      return change.language
        ? words.languageChanged(languageInWords(change.language, reader))
        : words.languageUnsaid
    case 'level_changed':
      return change.level ? words.levelChanged(facts.levels[change.level]) : words.levelUnsaid
    case 'topics_changed':
      return topicsInWords(change)
    case 'dates_changed': {
      const days = daysInWords(change, reader)
      return days === null ? words.datesUnsaid : words.datesChanged(days)
    }
    case 'cover_changed':
      return change.uploaded ? words.coverChanged : words.coverGenerated
    case 'visibility_changed':
      return words.visibilityChanged[change.visibility]
    case 'enrolling_changed':
      return words.enrollingChanged[change.enrolling]
    case 'capacity_changed':
      return change.capacity === null
        ? words.capacityUnbounded
        : words.capacityChanged(change.capacity)
  }
}

type Topics = Extract<VersionChange, { readonly what: 'topics_changed' }>

const topicsInWords = ({ added, removed }: Topics): ReactNode => [
  added.length > 0 && words.topicsAdded(<TopicList key="added" topics={added} />),
  added.length > 0 && removed.length > 0 && ' ',
  removed.length > 0 && words.topicsRemoved(<TopicList key="removed" topics={removed} />),
]

const TopicList = ({ topics }: { readonly topics: readonly string[] }): ReactNode =>
  topics.map((topic, at) => (
    <span key={topic}>
      {at > 0 && ', '}
      <bdi>{topic}</bdi>
    </span>
  ))
