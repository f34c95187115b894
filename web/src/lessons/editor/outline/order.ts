import type { DraftOutline, OutlinedLesson } from '#contract/lessons/lesson'
import type { LessonPlacement, ModulePlacement } from '#contract/lessons/routes'
import type { LessonId, ModuleId } from '#contract/platform/ids'

/** Where moved items are to stand, in the order in which they are put in. */
export interface Placements {
  readonly modules: readonly ModulePlacement[]
  readonly lessons: readonly LessonPlacement[]
}
export const NOWHERE: Placements = { modules: [], lessons: [] }

export type ItemId = ModuleId | LessonId
/** Behind which item, null: before all; of lessons with their module. */
export type Place =
  | { readonly moduleId: ModuleId; readonly after: LessonId | null }
  | { readonly moduleId: null; readonly after: ModuleId | null }

/** An outline with items where they are to stand, by the server's rule: all are taken out, then put in one by one. */
export function placed(outline: DraftOutline, { modules, lessons }: Placements): DraftOutline {
  if (modules.length === 0 && lessons.length === 0) return outline
  const inOrder = putAll(outline, modules)
  const known = new Map(outline.flatMap((module) => module.lessons).map((one) => [one.id, one]))
  const moving = new Set(
    lessons.filter(({ moduleId }) => outline.some(({ id }) => id === moduleId)).map(({ id }) => id),
  )
  return inOrder.map((module) => {
    const staying = module.lessons.filter(({ id }) => !moving.has(id))
    const into = lessons.filter(({ moduleId }) => moduleId === module.id)
    if (into.length === 0 && staying.length === module.lessons.length) return module
    const all: OutlinedLesson[] = [...staying]
    for (const { id, after } of into) {
      const lesson = known.get(id)
      if (lesson) putBehind(all, { ...lesson, moduleId: module.id }, after)
    }
    return { ...module, lessons: all }
  })
}

function putAll(outline: DraftOutline, placements: readonly ModulePlacement[]): DraftOutline {
  if (placements.length === 0) return outline
  const moving = new Set(placements.map(({ id }) => id))
  const all = outline.filter(({ id }) => !moving.has(id))
  for (const { id, after } of placements) {
    const module = outline.find((one) => one.id === id)
    if (module) putBehind(all, module, after)
  }
  return all
}

/** Behind what is not there any more: at the end. */
function putBehind<T extends { readonly id: string }>(all: T[], item: T, after: string | null) {
  const at = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1
  all.splice(at === 0 && after !== null ? all.length : at, 0, item)
}

/** How the items that were moved stand in an outline now: what a server is told of however many moves. */
export function placementsOf(outline: DraftOutline, moved: ReadonlySet<string>): Placements {
  const behind = <T extends { readonly id: string }>(items: readonly T[]) =>
    items.flatMap((item, at) =>
      moved.has(item.id) ? [{ id: item.id, after: items[at - 1]?.id ?? null }] : [],
    )
  return {
    modules: behind(outline) as ModulePlacement[],
    lessons: outline.flatMap(({ id: moduleId, lessons }) =>
      behind(lessons).map((one) => ({ ...one, moduleId })),
    ) as LessonPlacement[],
  }
}

/** An outline after these of one kind, in their order, were put behind a place. */
export function moved(outline: DraftOutline, ids: ReadonlySet<string>, place: Place): DraftOutline {
  if (place.moduleId === null) {
    const chosen = outline.filter(({ id }) => ids.has(id))
    const after = lastBefore(outline, ids, place.after)
    return placed(outline, { modules: chained(chosen, after), lessons: [] })
  }
  const { moduleId } = place
  const chosen = outline.flatMap(({ lessons }) => lessons).filter(({ id }) => ids.has(id))
  const target = outline.find(({ id }) => id === moduleId)
  const after = lastBefore(target?.lessons ?? [], ids, place.after)
  const lessons = chained(chosen, after).map((one) => ({ ...one, moduleId }))
  return placed(outline, { modules: [], lessons })
}

/** Each behind the one before it. */
const chained = <Id extends string>(
  items: readonly { readonly id: Id }[],
  after: Id | null,
): { id: Id; after: Id | null }[] =>
  items.map(({ id }, at) => ({ id, after: items[at - 1]?.id ?? after }))

/** The item itself, or the last one before it that stays. */
function lastBefore<Id extends string>(
  items: readonly { readonly id: Id }[],
  moving: ReadonlySet<string>,
  after: Id | null,
): Id | null {
  const upTo = items.findIndex(({ id }) => id === after)
  return items.slice(0, upTo + 1).findLast(({ id }) => !moving.has(id))?.id ?? null
}

/** The place one step further up or down, past a module's end into the next; null where there is none. */
export function stepOf(
  outline: DraftOutline,
  ids: ReadonlySet<string>,
  step: 'up' | 'down',
): Place | null {
  const modules = outline.filter(({ id }) => ids.has(id))
  if (modules.length > 0) {
    const after = neighbour(outline, ids, step)
    return after === undefined ? null : { moduleId: null, after }
  }
  const holding = outline.filter(({ lessons }) => lessons.some(({ id }) => ids.has(id)))
  const module = step === 'up' ? holding[0] : holding.at(-1)
  if (!module) return null
  const after = neighbour(module.lessons, ids, step)
  if (after !== undefined) return { moduleId: module.id, after }
  const beside = outline[outline.indexOf(module) + (step === 'up' ? -1 : 1)]
  if (!beside) return null
  return { moduleId: beside.id, after: step === 'up' ? (beside.lessons.at(-1)?.id ?? null) : null }
}

/** Behind which item a step leads; undefined where the list ends. */
function neighbour<Id extends string>(
  items: readonly { readonly id: Id }[],
  ids: ReadonlySet<string>,
  step: 'up' | 'down',
): Id | null | undefined {
  if (step === 'up') {
    const first = items.findIndex(({ id }) => ids.has(id))
    return first === 0 ? undefined : (items[first - 2]?.id ?? null)
  }
  const last = items.findLastIndex(({ id }) => ids.has(id))
  return items[last + 1]?.id
}
