import { type Editor, Extension } from '@tiptap/core'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import { useEffect, useId, useState } from 'react'
import styles from './article-editor.module.css'
import { findInsertables, type Insertable } from './insertable.ts'
import { words } from './words/en.ts'

type Slash = SuggestionProps<Insertable, Insertable>

/** What the slash has open, and which keys it takes. */
export interface SlashState {
  open: Slash | null
  onKey: (key: string) => boolean
  tell: () => void
}

export const slashState = (): SlashState => ({
  open: null,
  onKey: () => false,
  tell: () => undefined,
})

/** A slash at the beginning of a word opens the list of what can be inserted. */
export const slashExtension = (
  slash: SlashState,
  offered: readonly Insertable[],
  run: (item: Insertable, editor: Editor) => void,
) =>
  Extension.create({
    name: 'slash',
    addProseMirrorPlugins() {
      const put = (open: Slash | null) => {
        slash.open = open
        slash.tell()
      }
      return [
        Suggestion<Insertable, Insertable>({
          editor: this.editor,
          char: '/',
          allow: ({ state }) => state.selection.$from.parent.type.name !== 'codeBlock',
          items: ({ query }) => findInsertables(query, offered),
          command: ({ editor, range, props }) => {
            editor.chain().focus().deleteRange(range).run()
            run(props, editor)
          },
          render: () => ({
            onStart: put,
            onUpdate: put,
            onExit: () => put(null),
            onKeyDown: ({ event }) => slash.onKey(event.key),
          }),
        }),
      ]
    },
  })

/** The list below the slash: arrows move, Enter chooses, Escape lets the slash be a slash. The focus stays in the text. */
export function SlashMenu({
  editor,
  slash,
  box,
}: {
  editor: Editor
  slash: SlashState
  box: HTMLElement | null
}) {
  const id = useId()
  const [open, setOpen] = useState<Slash | null>(null)
  const [active, setActive] = useState(0)
  const items = open?.items ?? []
  const at = Math.min(active, Math.max(items.length - 1, 0))
  useEffect(() => {
    slash.tell = () => {
      setOpen(slash.open)
      setActive(0)
    }
  }, [slash])
  slash.onKey = (key) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step && items.length > 0) {
      setActive((at + step + items.length) % items.length)
      return true
    }
    const chosen = items[at]
    if (key === 'Enter' && chosen) {
      open?.command(chosen)
      return true
    }
    if (key === 'Escape') {
      setOpen(null)
      return true
    }
    return false
  }
  const activeId = open && items[at] ? `${id}-${items[at].id}` : null
  useEffect(() => {
    const { dom } = editor.view
    if (!activeId) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', activeId)
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, activeId])
  const place = open?.clientRect?.()
  if (!open || !place || !box) return null
  const outer = box.getBoundingClientRect()
  return (
    <div
      className={styles.slash}
      style={{
        top: place.bottom - outer.top + 4,
        left: Math.max(0, Math.min(place.left - outer.left, outer.width - 260)),
      }}
    >
      {items.length === 0 ? (
        <p role="status">{words.nothingSuch}</p>
      ) : (
        <div role="listbox" id={id} aria-label={words.insertable}>
          {items.map((item, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the editor has the keys
            <div
              key={item.id}
              id={`${id}-${item.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open.command(item)}
            >
              <item.Icon size={18} aria-hidden="true" /> {words.blocks[item.id]}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
