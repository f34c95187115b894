import {
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import type { Editing } from '#web/courses/use-draft.ts'
import type { Held } from '#web/lessons/editor/arrivals/place-of-files.ts'
import { type Row, titleOf } from '#web/lessons/editor/outline/rows.ts'
import { useCalm } from '#web/ui/moments/use-calm.ts'
import { AddFiles, AddLesson } from './add-lesson.tsx'
import { AddModule } from './add-module.tsx'
import { askedBy, type Command } from './commands.ts'
import { RenameField } from './rename-field.tsx'
import styles from './tree.module.css'
import { TreeNotes } from './tree-notes.tsx'
import { TreeRow } from './tree-row.tsx'
import { useTree } from './use-tree.ts'
import { words } from './words/en.ts'

const loadMenu = () => import('./row-menu.tsx')
const RowMenu = lazy(loadMenu)
const Arrivals = lazy(() => import('#web/lessons/editor/arrivals/arrivals.tsx'))
const RulesOfRow = lazy(() => import('#web/lessons/editor/rules/rules-of-row.tsx'))
const MoveDialog = lazy(() => import('./move-dialog.tsx'))

interface Props {
  readonly courseId: CourseId
  readonly courseSlug: string
  readonly timeZone: string
  /** The course's library. */
  readonly assets: readonly AssetCard[]
  readonly takesFiles: boolean
  readonly stored: DraftOutline
  readonly openId: LessonId | undefined
  readonly editing: Editing
  /** Whether all is to be there at once, as when somebody comes back to where they were. */
  readonly atOnce: boolean
  readonly open: (id: LessonId | undefined) => void
}

/** A course of so many lessons shows all of them from the start. */
const MOST_WHOLE = 60
/** Of a longer one, what fills a screen is painted before React turns to the rest. */
const FIRST_ROWS = 20

/** A course's modules and lessons: opened, chosen, renamed, moved, copied and deleted, by pointer and by keys. */
export function OutlineTree({ courseId, stored, editing, atOnce, ...page }: Props) {
  const tree = useTree({ courseId, stored, editing, open: page.open })
  const { rows, outline, chosen } = tree
  const [wish, setWish] = useState<Held | null>(null)
  const calm = useCalm()
  const area = useRef<HTMLDivElement>(null)
  const addFiles = (id: string | null) => setWish({ id, half: 'lower' })
  const run = (row: Row, command: Command) =>
    command === 'addFiles' ? addFiles(row.id) : tree.run(row, command)
  const grid = useRef<HTMLTableElement>(null)
  const [menuOf, setMenuOf] = useState<string | null>(null)
  const isWhole = useDeferredValue(true, atOnce || rows.length <= MOST_WHOLE)
  const shown = isWhole ? rows : rows.slice(0, FIRST_ROWS)
  useDragging(grid, tree)

  const rowAt = (target: EventTarget) => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
    return rows.find(({ id }) => id === line?.dataset.row)
  }
  const onClick = (event: React.MouseEvent<HTMLElement>) => {
    const row = rowAt(event.target)
    if (!row || !(event.target instanceof Element) || event.target.closest('input, [role="alert"]'))
      return
    if (event.target.closest('[data-part="menu"]')) {
      setMenuOf(row.id)
      return
    }
    if (event.target.closest('[aria-haspopup], [role="menu"]')) return
    event.preventDefault()
    if (event.shiftKey) tree.extend(row.id)
    else if (event.ctrlKey || event.metaKey) tree.toggle(row.id)
    else tree.click(row)
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return
    const row = rowAt(event.target)
    const asked = askedBy(event, getComputedStyle(event.target).direction === 'rtl')
    if (!row || !asked) return
    event.preventDefault()
    tree.press(row, asked)
  }

  // The line that the keyboard was led to has the focus, once it stands in its new place.
  const focusActive = useEffectEvent(() => {
    const line = grid.current?.querySelector<HTMLElement>(`[data-row="${chosen.active}"]`)
    line?.focus()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish for the focus is one
  useEffect(focusActive, [tree.focusWish])

  const propsOf = (row: Row) => {
    const siblings =
      row.kind === 'module'
        ? outline
        : (outline.find(({ id }) => id === row.lesson.moduleId)?.lessons ?? [])
    return {
      at: siblings.findIndex(({ id }) => id === row.id) + 1,
      of: siblings.length,
      isActive: chosen.active === null ? row === rows[0] : chosen.active === row.id,
      isChosen: chosen.ids.has(row.id),
      isOpen: row.id === page.openId,
      isClosed: tree.closed.has(row.id),
      renaming: tree.renaming === row.id && (
        <RenameField row={row} save={editing.save} done={tree.renamed} />
      ),
      menu: menuOf === row.id && (
        <Suspense>
          <RowMenu
            title={titleOf(row)}
            isLesson={row.kind === 'lesson'}
            isChosen={chosen.ids.has(row.id)}
            takesFiles={page.takesFiles}
            count={tree.meantBy(row).size}
            run={(command) => run(row, command)}
            close={() => setMenuOf(null)}
          />
        </Suspense>
      ),
    }
  }
  return (
    <div ref={area} className={styles.area}>
      <p id="tree-keys" className="only-heard">
        {words.keys}
      </p>
      {rows.length === 0 && <p className="quiet">{words.noModules}</p>}
      {rows.length === 0 && page.takesFiles && (
        <AddFiles label={words.commands.addFiles} onClick={() => addFiles(null)} />
      )}
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a treegrid is a table whose rows have the focus
        role="treegrid"
        aria-label={words.contents}
        aria-describedby="tree-keys"
        aria-multiselectable
        className={styles.tree}
        onClick={onClick}
        onDoubleClick={({ target }) => {
          const row = rowAt(target)
          if (row) run(row, 'rename')
        }}
        onKeyDown={onKeyDown}
        onPointerEnter={() => void loadMenu()}
        onFocus={({ target }) => {
          void loadMenu()
          const row = target.dataset.row === undefined ? null : rowAt(target)
          if (row) tree.reached(row.id)
        }}
      >
        <tbody>
          {shown.map((row, at) => {
            const next = shown[at + 1]
            const { renaming, menu, ...rest } = propsOf(row)
            const moduleId = row.kind === 'module' ? row.id : row.lesson.moduleId
            const isLast = isWhole && (next === undefined || next.kind === 'module')
            const module = isLast && outline.find(({ id }) => id === moduleId)
            return [
              <TreeRow
                key={row.id}
                row={row}
                {...rest}
                renaming={renaming || undefined}
                menu={menu || undefined}
              />,
              module && !tree.closed.has(module.id) && (
                <AddLesson
                  key={`add ${module.id}`}
                  module={module}
                  editing={editing}
                  open={page.open}
                  addFiles={page.takesFiles ? () => addFiles(module.id) : undefined}
                />
              ),
            ]
          })}
        </tbody>
      </table>
      {isWhole && <AddModule courseId={courseId} change={editing.change} />}
      <TreeNotes tree={tree} />
      {tree.ruling && (
        <Suspense>
          <RulesOfRow row={tree.ruling} close={tree.ruled} {...{ outline, editing, ...page }} />
        </Suspense>
      )}
      {tree.placing && (
        <Suspense>
          <MoveDialog
            outline={outline}
            ids={tree.placing}
            move={tree.moveTo}
            close={() => tree.moveTo(null)}
          />
        </Suspense>
      )}
      {page.takesFiles && <p className={styles.hint}>{words.dropHere}</p>}
      {page.takesFiles && (calm || wish) && (
        <Suspense>
          <Arrivals {...{ courseId, outline, editing, area, wish, ...page }} />
        </Suspense>
      )}
    </div>
  )
}

/** With a pointer, once its library is there. */
function useDragging(grid: React.RefObject<HTMLElement | null>, tree: ReturnType<typeof useTree>) {
  const mayDrop = useEffectEvent(tree.mayDrop)
  const drop = useEffectEvent(tree.drop)
  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    void import('./drag.ts').then(({ makeDraggable }) => {
      if (isGone || !grid.current) return
      stop = makeDraggable(grid.current, {
        mayDrop: (dragged, over) => mayDrop(dragged, over),
        drop: (dragged, over) => drop(dragged, over),
      })
    })
    return () => {
      isGone = true
      stop?.()
    }
  }, [grid])
}
