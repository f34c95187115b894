import { useState } from 'react'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { Editing } from '#web/courses/use-draft.ts'
import { copy, remove, restore } from '#web/lessons/editor/outline/changes.ts'
import { type ItemId, type Place, stepOf } from '#web/lessons/editor/outline/order.ts'
import {
  extended,
  meant,
  NONE,
  type Row,
  rowsOf,
  titleOf,
  toggled,
  went,
} from '#web/lessons/editor/outline/rows.ts'
import { useMoves } from '#web/lessons/editor/outline/use-moves.ts'
import type { Asked, Command } from './commands.ts'
import type { Over } from './drag.ts'
import { words } from './words/en.ts'

interface Options {
  readonly courseId: CourseId
  readonly stored: DraftOutline
  readonly editing: Editing
  readonly open: (id: LessonId | undefined) => void
}

const NO_ROWS: ReadonlySet<string> = new Set()

/** What the tree shows, and what is done with its lines. */
export function useTree({ courseId, stored, editing, open }: Options) {
  const [closed, setClosed] = useState(NO_ROWS)
  const [chosen, setChosen] = useState(NONE)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [ruling, setRuling] = useState<Row | null>(null)
  const [placing, setPlacing] = useState<ReadonlySet<ItemId> | null>(null)
  const [deleted, setDeleted] = useState<readonly Row[]>([])
  const [said, setSaid] = useState('')
  const [focusWish, setFocusWish] = useState(0)
  const { outline, move, error } = useMoves(courseId, stored)
  const rows = rowsOf(outline, closed)
  const focus = () => setFocusWish((count) => count + 1)

  const fold = (id: string, isClosed: boolean) =>
    setClosed((before) => {
      const next = new Set(before)
      if (isClosed) next.add(id)
      else next.delete(id)
      return next
    })
  const go = (to: Row | undefined, isExtending: boolean) => {
    if (!to) return
    setChosen(isExtending ? extended(chosen, rows, to.id) : went(to.id))
    focus()
  }
  const put = (ids: ReadonlySet<ItemId>, place: Place | null) => {
    if (!place) return
    if (place.moduleId !== null) fold(place.moduleId, false)
    setSaid(sayMoved(outline, ids, place))
    move(ids, place)
    focus()
  }
  const removeAll = (row: Row) => {
    const ids = meant(chosen, row.id)
    const gone = rows.filter(({ id }) => ids.has(id))
    const next = rows.slice(rows.indexOf(row)).find(({ id }) => !ids.has(id)) ?? rows[0]
    setDeleted(gone)
    setChosen(next && !ids.has(next.id) ? went(next.id) : NONE)
    for (const one of gone) editing.change(() => remove(one))
    focus()
  }
  const copyAll = (row: Row) => {
    const ids = meant(chosen, row.id)
    for (const one of rows.filter(({ id }) => ids.has(id))) {
      const key = crypto.randomUUID()
      const title = words.copyOf(titleOf(one))
      editing.change(() => copy(one, { key, title }))
    }
  }

  const run = (row: Row, command: Command) => {
    const ids = meant(chosen, row.id)
    if (command === 'open') {
      if (row.kind === 'lesson') open(row.id)
      else fold(row.id, !closed.has(row.id))
    }
    if (command === 'rename') setRenaming(row.id)
    if (command === 'up' || command === 'down') {
      setChosen((before) => ({ ...before, active: row.id }))
      put(ids, stepOf(outline, ids, command))
    }
    if (command === 'moveTo') setPlacing(ids)
    if (command === 'rules') setRuling(row)
    if (command === 'copy') copyAll(row)
    if (command === 'choose' || command === 'leaveOut') setChosen(toggled(chosen, rows, row.id))
    if (command === 'remove') removeAll(row)
  }
  const press = (row: Row, asked: Asked) => {
    if ('command' in asked) run(row, asked.command)
    if ('clear' in asked) setChosen(went(row.id))
    if ('go' in asked) {
      const at = rows.indexOf(row)
      const to = { up: at - 1, down: at + 1, first: 0, last: rows.length - 1 }[asked.go]
      go(rows[to], asked.extends)
    }
    if ('fold' in asked) {
      if (row.kind === 'module') fold(row.id, asked.fold)
      else if (asked.fold)
        go(
          rows.find(({ id }) => id === row.lesson.moduleId),
          false,
        )
    }
  }

  const mayDrop = (dragged: string, over: Over) => {
    const ids = draggedWith(dragged)
    return ids.size > 0 && placeOver(rows, ids, over) !== null
  }
  const draggedWith = (dragged: string): ReadonlySet<ItemId> => {
    const row = rows.find(({ id }) => id === dragged)
    return row ? meant(chosen, row.id) : new Set()
  }
  return {
    ...{ rows, outline, closed, chosen, renaming, placing, deleted, said, focusWish, error },
    ...{ run, press, mayDrop },
    ruling,
    ruled: () => {
      setRuling(null)
      focus()
    },
    reached: (id: ItemId) =>
      setChosen((before) => (before.active === id ? before : { ...before, active: id, from: id })),
    meantBy: (row: Row) => meant(chosen, row.id),
    toggle: (id: ItemId) => setChosen(toggled(chosen, rows, id)),
    extend: (id: ItemId) => setChosen(extended(chosen, rows, id)),
    chooseNone: () => setChosen((before) => ({ ...before, ids: new Set() })),
    click: (row: Row) => {
      // While some are chosen, as on a phone, a tap chooses more.
      if (chosen.ids.size > 0) setChosen(toggled(chosen, rows, row.id))
      else {
        setChosen(went(row.id))
        run(row, 'open')
      }
    },
    renamed: () => {
      setRenaming(null)
      focus()
    },
    drop: (dragged: string, over: Over) => {
      const ids = draggedWith(dragged)
      put(ids, placeOver(rows, ids, over))
    },
    moveTo: (place: Place | null) => {
      if (placing) put(placing, place)
      setPlacing(null)
    },
    undoDelete: () => {
      for (const one of deleted) editing.change(() => restore(one))
      setDeleted([])
    },
    forgetDeleted: () => setDeleted([]),
  }
}

/** Where what is dropped over a line comes to stand; null where it cannot. */
function placeOver(rows: readonly Row[], ids: ReadonlySet<ItemId>, over: Over): Place | null {
  const at = rows.findIndex(({ id }) => id === over.id)
  const row = rows[at]
  if (!row) return null
  const modules = rows.flatMap((one) => (one.kind === 'module' ? [one.module] : []))
  const moduleId = row.kind === 'module' ? row.id : row.lesson.moduleId
  const inModule = modules.findIndex(({ id }) => id === moduleId)
  if (modules.some(({ id }) => ids.has(id))) {
    const isBefore = row.kind === 'module' && over.half === 'upper'
    return { moduleId: null, after: isBefore ? (modules[inModule - 1]?.id ?? null) : moduleId }
  }
  if (row.kind === 'module') return { moduleId, after: null }
  if (over.half === 'lower') return { moduleId, after: row.id }
  const before = rows[at - 1]
  return { moduleId, after: before?.kind === 'lesson' ? before.id : null }
}

function sayMoved(outline: DraftOutline, ids: ReadonlySet<ItemId>, place: Place): string {
  const [only] = ids.size === 1 ? ids : []
  if (only === undefined) return words.movedSeveral(ids.size)
  const behind = (items: readonly { readonly id: string }[]) => {
    const others = items.filter(({ id }) => id !== only)
    return { at: others.findIndex(({ id }) => id === place.after) + 2, of: others.length + 1 }
  }
  if (place.moduleId === null) {
    const { at, of } = behind(outline)
    const title = outline.find(({ id }) => id === only)?.title ?? ''
    return words.movedTo(title, at, of)
  }
  const module = outline.find(({ id }) => id === place.moduleId)
  const lesson = outline.flatMap(({ lessons }) => lessons).find(({ id }) => id === only)
  const { at, of } = behind(module?.lessons ?? [])
  return words.movedInto(lesson?.title ?? '', module?.title ?? '', at, of)
}
