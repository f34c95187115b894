import type { PublishedOutline } from '#contract/courses/content'
import type { CourseDraft } from '#contract/courses/course'
import { CourseFacts } from '#contract/courses/properties/properties'
import { audienceAt } from '#contract/lessons/gate/is-open'
import type { WholeOutline } from '#core/lessons/outline'
import type { Comparable } from './compare-versions.ts'
import { markOf } from './mark-of.ts'
import type { VersionRecord } from './version-record.ts'

/** Before it is published: what holds at once is no difference that publishing makes. A gate that is open by now is none. */
export const draftCompared = (course: CourseDraft, draft: WholeOutline, now: Date): Comparable => ({
  course: saidOf(course),
  modules: draft.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      audience: audienceAt(lesson.audience, now),
      mark: markOf(lesson),
    })),
  })),
})

export const recordCompared = (record: VersionRecord, now: Date): Comparable => ({
  course: { ...saidOf(record), doors: record.doors },
  modules: record.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map(({ line, mark }) => ({
      id: line.id,
      title: line.title,
      audience: audienceAt(line.audience, now),
      mark,
    })),
  })),
})

/** As learners are to see it again: what holds at once stays as it is. */
export const recordReturned = (record: VersionRecord, now: Date): Comparable =>
  recordCompared({ ...record, doors: null }, now)

/** Of a version from before records were kept; whether its lessons were edited nobody knows. */
export const outlineCompared = (
  { title, summary, modules }: PublishedOutline,
  now: Date,
): Comparable => ({
  course: { title, summary, description: null, facts: null, doors: null },
  modules: modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((line) => ({
      id: line.id,
      title: line.title,
      audience: audienceAt(line.audience, now),
      mark: null,
    })),
  })),
})

const saidOf = (course: Pick<CourseDraft, 'title' | 'summary' | 'description'> & CourseFacts) => ({
  ...{ title: course.title, summary: course.summary, description: course.description },
  ...{ facts: CourseFacts.parse(course), doors: null },
})
