import type { DraftOutline, OutlinedLesson } from '#contract/lessons/lesson'
import type { ItemId } from './order.ts'

type Module = DraftOutline[number]

/** A line of the tree. */
export type Row =
  | { readonly kind: 'module'; readonly id: Module['id']; readonly module: Module }
  | { readonly kind: 'lesson'; readonly id: OutlinedLesson['id']; readonly lesson: OutlinedLesson }

export const titleOf = (row: Row) => (row.kind === 'module' ? row.module : row.lesson).title

/** The lines that are shown, in their order. What has not changed is the same line as before, which is not drawn again. */
export const rowsOf = (outline: DraftOutline, closed: ReadonlySet<string>): Row[] =>
  outline.flatMap((module) => [
    lineOf(module, () => ({ kind: 'module', id: module.id, module })),
    ...(closed.has(module.id)
      ? []
      : module.lessons.map((lesson) =>
          lineOf(lesson, () => ({ kind: 'lesson', id: lesson.id, lesson })),
        )),
  ])

const lines = new WeakMap<Module | OutlinedLesson, Row>()

function lineOf(item: Module | OutlinedLesson, make: () => Row): Row {
  const known = lines.get(item)
  if (known) return known
  const line = make()
  lines.set(item, line)
  return line
}

/** Which lines are chosen together, from which one on, and where the keyboard is. */
export interface Chosen {
  readonly active: ItemId | null
  readonly from: ItemId | null
  readonly ids: ReadonlySet<ItemId>
}
export const NONE: Chosen = { active: null, from: null, ids: new Set() }

export const went = (to: ItemId): Chosen => ({ active: to, from: to, ids: new Set() })

/** One more or one less; those of one kind alone are chosen together. */
export function toggled(chosen: Chosen, rows: readonly Row[], id: ItemId): Chosen {
  const ids = new Set(chosen.ids)
  if (!ids.delete(id)) ids.add(id)
  return { active: id, from: id, ids: ofOneKind(rows, ids, id) }
}

/** All from where choosing began. */
export function extended(chosen: Chosen, rows: readonly Row[], to: ItemId): Chosen {
  const at = (id: ItemId | null) => rows.findIndex((row) => row.id === id)
  const [a, b] = [at(chosen.from ?? to), at(to)].toSorted((one, other) => one - other)
  const ids = new Set(rows.slice(a, (b ?? 0) + 1).map((row) => row.id))
  return { active: to, from: chosen.from ?? to, ids: ofOneKind(rows, ids, chosen.from ?? to) }
}

const ofOneKind = (rows: readonly Row[], ids: ReadonlySet<ItemId>, like: ItemId) => {
  const kind = rows.find((row) => row.id === like)?.kind
  return new Set(rows.filter((row) => ids.has(row.id) && row.kind === kind).map((row) => row.id))
}

/** What a command on a line is about: all that are chosen if it is one of them, else the line alone. */
export const meant = ({ ids }: Chosen, id: ItemId): ReadonlySet<ItemId> =>
  ids.has(id) ? ids : new Set([id])
