import { isDeepStrictEqual } from 'node:util'
import type { CourseDoors, CourseFacts } from '#contract/courses/properties/properties'
import type { VersionChange } from '#contract/courses/publishing/changes'

/** What a course says of itself; null where nobody kept it. */
export interface ComparableCourse {
  readonly title: string
  readonly summary: string
  readonly description: string | null
  readonly facts: CourseFacts | null
  /** What holds without publishing: null also where it is none of the difference. */
  readonly doors: CourseDoors | null
}

/** What a course says otherwise than before, without its contents. */
export function compareCourses(before: ComparableCourse, after: ComparableCourse): VersionChange[] {
  const { title, summary, description } = after
  const changes: VersionChange[] = []
  if (before.title !== title)
    changes.push({ what: 'course_renamed', from: before.title, to: title })
  if (before.summary !== summary) changes.push({ what: 'summary_changed' })
  if (areOther(before.description, description)) changes.push({ what: 'description_changed' })
  if (before.facts && after.facts) changes.push(...compareFacts(before.facts, after.facts))
  if (before.doors && after.doors) changes.push(...compareDoors(before.doors, after.doors))
  return changes
}

function compareFacts(before: CourseFacts, after: CourseFacts): VersionChange[] {
  const { language, level, startsOn, endsOn, timeZone } = after
  const changes: VersionChange[] = []
  if (before.language !== language) changes.push({ what: 'language_changed', language })
  if (before.level !== level) changes.push({ what: 'level_changed', level })
  const added = after.topics.filter((topic) => !before.topics.includes(topic))
  const removed = before.topics.filter((topic) => !after.topics.includes(topic))
  if (added.length + removed.length > 0) changes.push({ what: 'topics_changed', added, removed })
  if (!isDeepStrictEqual(daysOf(before), daysOf(after)))
    changes.push({ what: 'dates_changed', startsOn, endsOn, timeZone })
  if (!isDeepStrictEqual(before.cover, after.cover))
    changes.push({ what: 'cover_changed', uploaded: after.cover !== null })
  return changes
}

/** A zone says nothing without days. */
const daysOf = ({ startsOn, endsOn, timeZone }: CourseFacts) =>
  startsOn === null && endsOn === null ? null : { startsOn, endsOn, timeZone }

function compareDoors(before: CourseDoors, after: CourseDoors): VersionChange[] {
  const { visibility, enrolling, capacity } = after
  const changes: VersionChange[] = []
  if (before.visibility !== visibility) changes.push({ what: 'visibility_changed', visibility })
  if (before.enrolling !== enrolling) changes.push({ what: 'enrolling_changed', enrolling })
  if (before.capacity !== capacity) changes.push({ what: 'capacity_changed', capacity })
  return changes
}

const areOther = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other
