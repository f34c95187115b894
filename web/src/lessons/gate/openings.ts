import type { LessonProgress } from '#contract/progress/progress'
import { type RuledLesson, releaseOf } from '#contract/rules/outline'
import {
  type Learner,
  nextOpening,
  type Release,
  type Wait,
  waitsOf,
} from '#contract/rules/release'

/** What every lesson that is not open yet waits for, by its id. */
export type Openings = ReadonlyMap<string, readonly Wait[]>

interface Outline {
  /** Outlines from before there were rules have none. */
  readonly timeZone?: string | undefined
  readonly modules: readonly {
    readonly id: string
    readonly title: string
    readonly lessons: readonly (RuledLesson & { readonly title: string })[]
  }[]
}

interface Learned {
  readonly enrolledAt: string | null
  readonly progress: readonly LessonProgress[]
}

const releases = new WeakMap<Outline, Release>()

/** Worked out once for an outline, which does not change. */
function releaseIn(outline: Outline): Release {
  const known = releases.get(outline)
  if (known) return known
  const { timeZone = 'UTC', modules } = outline
  const release = releaseOf({ timeZone, modules })
  releases.set(outline, release)
  return release
}

/** As the server would decide at that time. */
export function openingsOf(outline: Outline, learned: Learned, now: Date): Openings {
  const { enrolledAt, progress } = learned
  const completed = new Set(progress.flatMap((one) => (one.completed ? one.lessonId : [])))
  return waiting(outline, { enrolledAt, completed }, now)
}

/** When the clock opens something next, whatever the learner completes until then. */
export const nextOpeningIn = (
  outline: Outline,
  { enrolledAt }: Pick<Learned, 'enrolledAt'>,
  now: Date,
): number | null =>
  nextOpening(waiting(outline, { enrolledAt, completed: new Set() }, now).values())

function waiting(outline: Outline, learner: Learner, now: Date): Openings {
  const release = releaseIn(outline)
  const lessons = outline.modules.flatMap((module) => module.lessons)
  return new Map(
    lessons.flatMap((lesson) => {
      const waits = waitsOf(release, lesson, learner, now)
      return waits.length > 0 ? [[lesson.id, waits] as const] : []
    }),
  )
}

/** What the titles of an outline's lessons and modules are, by their ids. */
export const titlesIn = ({ modules }: Outline): ReadonlyMap<string, string> =>
  new Map(
    modules.flatMap((module) => [module, ...module.lessons]).map(({ id, title }) => [id, title]),
  )

/** What all lessons of a module wait for, if there are several. */
export function sharedWaits(
  { lessons }: Outline['modules'][number],
  openings: Openings,
): readonly Wait[] {
  if (lessons.length < 2) return []
  const [first = [], ...others] = lessons.map(({ id }) => openings.get(id) ?? [])
  const keys = others.map((waits) => new Set(waits.map(keyOf)))
  return first.filter((wait) => keys.every((known) => known.has(keyOf(wait))))
}

export const without = (waits: readonly Wait[], shared: readonly Wait[]): readonly Wait[] => {
  const keys = new Set(shared.map(keyOf))
  return waits.filter((wait) => !keys.has(keyOf(wait)))
}

const keyOf = (wait: Wait) => JSON.stringify(wait)
