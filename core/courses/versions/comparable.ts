import type { PublishedOutline } from '#contract/courses/content'
import type { CourseDraft } from '#contract/courses/course'
import { CourseFacts } from '#contract/courses/properties/properties'
import { audienceAt } from '#contract/lessons/gate/is-open'
import { ownRules, type RuledLesson, rulesAt } from '#contract/rules/outline'
import type { Rules } from '#contract/rules/rule'
import type { WholeOutline } from '#core/lessons/outline'
import type { Comparable } from './compare-versions.ts'
import { markOf } from './mark-of.ts'
import type { VersionRecord } from './version-record.ts'

/** Before it is published: what holds at once is no difference that publishing makes. A gate that is open by now is none. */
export const draftCompared = (course: CourseDraft, draft: WholeOutline, now: Date): Comparable => ({
  course: saidOf(course),
  modules: draft.map((module) => ({
    ...module,
    rules: rulesAt(module.rules ?? [], course.timeZone, now),
    lessons: module.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      audience: audienceAt(lesson.audience, now),
      rules: comparedRules(module, lesson, course.timeZone, now),
      mark: markOf(lesson),
    })),
  })),
})

export const recordCompared = (record: VersionRecord, now: Date): Comparable => ({
  course: { ...saidOf(record), doors: record.doors },
  modules: record.modules.map((module) => ({
    ...module,
    rules: rulesAt(module.rules ?? [], record.timeZone, now),
    lessons: module.lessons.map(({ line, mark }) => ({
      id: line.id,
      title: line.title,
      audience: audienceAt(line.audience, now),
      rules: comparedRules(module, line, record.timeZone, now),
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
    rules: [],
    lessons: module.lessons.map((line) => ({
      id: line.id,
      title: line.title,
      audience: audienceAt(line.audience, now),
      rules: [],
      mark: null,
    })),
  })),
})

/** What a lesson has besides its module's; what is for everyone waits for nothing. */
const comparedRules = (
  { rules: ofModule = [] }: { readonly rules?: Rules | undefined },
  { audience, rules = [] }: Pick<RuledLesson, 'audience' | 'rules'>,
  timeZone: string,
  now: Date,
): Rules =>
  audience?.who === 'everyone' ? [] : rulesAt(ownRules({ rules: ofModule }, rules), timeZone, now)

const saidOf = (course: Pick<CourseDraft, 'title' | 'summary' | 'description'> & CourseFacts) => ({
  ...{ title: course.title, summary: course.summary, description: course.description },
  ...{ facts: CourseFacts.parse(course), doors: null },
})
