import type { VersionChange } from '#contract/courses/publishing/changes'
import type { Audience } from '#contract/lessons/gate/audience'
import { opensAt } from '#contract/lessons/gate/is-open'
import { areSameRules } from '#contract/rules/outline'
import type { Rules } from '#contract/rules/rule'
import { type ComparableCourse, compareCourses } from './compare-courses.ts'

/** Of a course's draft or of a version of it, what tells it from another. */
export interface Comparable {
  readonly course: ComparableCourse
  readonly modules: readonly ComparableModule[]
}
interface ComparableModule {
  readonly id: string
  readonly title: string
  readonly rules: Rules
  readonly lessons: readonly ComparableLesson[]
}
interface ComparableLesson {
  readonly id: string
  readonly title: string
  readonly audience: Audience | undefined
  /** Besides its module's. */
  readonly rules: Rules
  /** Another where its own fields are others; null where nobody kept it. */
  readonly mark: string | null
}
type Placed = ComparableLesson & { readonly module: ComparableModule }

/** What `after` changes: of the course, then of its modules, then of its lessons in their order. */
export function compareVersions(before: Comparable, after: Comparable): VersionChange[] {
  return [
    ...compareCourses(before.course, after.course),
    ...modulesCompared(before.modules, after.modules),
    ...lessonsCompared(before.modules, after.modules),
  ]
}

function modulesCompared(
  before: readonly ComparableModule[],
  after: readonly ComparableModule[],
): VersionChange[] {
  const then = byId(before)
  const now = byId(after)
  const moved = movedIds(before, after)
  const inOrder = after.flatMap((module): VersionChange[] => {
    const { title, lessons } = module
    const was = then.get(module.id)
    if (!was) return [{ what: 'module_added', module: title, lessons: lessons.length }]
    return [
      ...(was.title === title
        ? []
        : [{ what: 'module_renamed' as const, from: was.title, to: title }]),
      ...(moved.has(module.id) ? [{ what: 'module_moved' as const, module: title }] : []),
      ...(areSameRules(was.rules, module.rules)
        ? []
        : [{ what: 'module_rules_changed' as const, module: title, rules: module.rules.length }]),
    ]
  })
  const removed = before
    .filter(({ id }) => !now.has(id))
    .map(({ title, lessons }) => ({
      what: 'module_removed' as const,
      module: title,
      lessons: lessons.length,
    }))
  return [...inOrder, ...removed]
}

/** Lessons that came or went with their module are told with it. */
function lessonsCompared(
  before: readonly ComparableModule[],
  after: readonly ComparableModule[],
): VersionChange[] {
  const [modulesThen, modulesNow] = [byId(before), byId(after)]
  const [then, now] = [byId(placed(before)), byId(placed(after))]
  const changed = after.flatMap((module) => {
    const moved = movedIds(modulesThen.get(module.id)?.lessons ?? [], module.lessons)
    return module.lessons.flatMap((lesson): VersionChange[] => {
      const was = then.get(lesson.id)
      if (was) return lessonCompared(was, { ...lesson, module }, moved.has(lesson.id))
      return modulesThen.has(module.id)
        ? [{ what: 'lesson_added', lesson: lesson.title, module: module.title }]
        : []
    })
  })
  const removed = placed(before)
    .filter(({ id, module }) => !now.has(id) && modulesNow.has(module.id))
    .map(({ title, module }) => ({
      what: 'lesson_removed' as const,
      lesson: title,
      module: module.title,
    }))
  return [...changed, ...removed]
}

function lessonCompared(was: Placed, is: Placed, reordered: boolean): VersionChange[] {
  const lesson = is.title
  const changes: VersionChange[] = []
  if (was.title !== lesson) changes.push({ what: 'lesson_renamed', from: was.title, to: lesson })
  if (was.module.id !== is.module.id)
    changes.push({ what: 'lesson_moved', lesson, from: was.module.title, to: is.module.title })
  else if (reordered) changes.push({ what: 'lesson_reordered', lesson, module: is.module.title })
  if (was.mark !== null && is.mark !== null && was.mark !== is.mark)
    changes.push({ what: 'lesson_edited', lesson })
  if (!isSameAudience(was.audience, is.audience))
    changes.push({ what: 'lesson_opened', lesson, audience: is.audience ?? null })
  if (!areSameRules(was.rules, is.rules))
    changes.push({ what: 'lesson_rules_changed', lesson, rules: is.rules.length })
  return changes
}

const isSameAudience = (one: Audience | undefined, other: Audience | undefined): boolean =>
  (one?.who ?? 'members') === (other?.who ?? 'members') && opensAt(one) === opensAt(other)

const byId = <T extends { readonly id: string }>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((one) => [one.id, one]))

const placed = (modules: readonly ComparableModule[]): Placed[] =>
  modules.flatMap((module) => module.lessons.map((lesson) => ({ ...lesson, module })))

/** Of those in both lists, the fewest whose moves make the one order of the other. */
function movedIds(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): ReadonlySet<string> {
  const places = new Map(before.map(({ id }, at) => [id, at]))
  const common = after.flatMap(({ id }) => {
    const at = places.get(id)
    return at === undefined ? [] : [{ id, at }]
  })
  const kept = longestAscending(common.map(({ at }) => at))
  return new Set(common.filter((_, index) => !kept.has(index)).map(({ id }) => id))
}

/** The places of a longest ascending part of a list, by patience sorting: n log n for 2,000 lessons. */
function longestAscending(values: readonly number[]): ReadonlySet<number> {
  /** By length, where the part of that length with the least end ends. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  values.forEach((value, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = ends[low - 1]
    ends[low] = index
  })
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(at)
  return kept
}
