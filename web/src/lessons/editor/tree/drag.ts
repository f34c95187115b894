import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'

/** Over which line something is held, and in which half of it. */
export interface Over {
  readonly id: string
  readonly half: 'upper' | 'lower'
}

interface Options {
  readonly mayDrop: (dragged: string, over: Over) => boolean
  readonly drop: (dragged: string, over: Over) => void
}

const lineOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null

/** Lets lines of a tree be dragged with a pointer. A line is made so when the pointer first comes to it. */
export function makeDraggable(tree: HTMLElement, { mayDrop, drop }: Options): () => void {
  const made = new Map<HTMLElement, () => void>()
  const make = ({ target }: Event) => {
    const line = lineOf(target)
    if (!line || made.has(line)) return
    made.set(
      line,
      draggable({
        element: line,
        canDrag: () => !line.querySelector('input'),
        getInitialData: () => ({ id: line.dataset.row }),
      }),
    )
  }
  const overAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Over | null => {
    // While something is dragged, an element of the library lies under the pointer.
    const line = document.elementsFromPoint(clientX, clientY).map(lineOf).find(Boolean)
    if (!line?.dataset.row || !tree.contains(line)) return null
    const { top, height } = line.getBoundingClientRect()
    return { id: line.dataset.row, half: clientY < top + height / 2 ? 'upper' : 'lower' }
  }
  let marked: HTMLElement | null = null
  const mark = (over: Over | null) => {
    marked?.removeAttribute('data-drop')
    marked = over && tree.querySelector<HTMLElement>(`[data-row="${over.id}"]`)
    if (over) marked?.setAttribute('data-drop', over.half)
  }
  const idOf = (data: Record<string, unknown>) => String(data.id)
  tree.addEventListener('pointerover', make)
  tree.addEventListener('pointerdown', make)
  const stops = [
    dropTargetForElements({ element: tree }),
    monitorForElements({
      onDrag: ({ source, location }) => {
        const over = overAt(location.current.input)
        mark(over && mayDrop(idOf(source.data), over) ? over : null)
      },
      onDrop: ({ source, location }) => {
        mark(null)
        const over = overAt(location.current.input)
        if (over && mayDrop(idOf(source.data), over)) drop(idOf(source.data), over)
      },
    }),
  ]
  return () => {
    tree.removeEventListener('pointerover', make)
    tree.removeEventListener('pointerdown', make)
    for (const stop of [...stops, ...made.values()]) stop()
  }
}
