import { IconCheck, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { words } from '#web/player/words/en.ts'
import styles from './menu.module.css'

const ITEMS = '[role^="menuitem"]'

interface MenuPageProps {
  readonly label: string
  /** Where the heading leads, and the arrow that its chevron shows; none on the first page. */
  readonly onBack?: () => void
  readonly children: ReactNode
}

/** One page of a menu: arrows move, letters find, the one against the line's direction goes back. It takes the focus when it appears. */
export function MenuPage({ label, onBack, children }: MenuPageProps) {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const items = [...(page.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])]
    const checked = items.find(
      (item) => item.ariaChecked === 'true' && item.role === 'menuitemradio',
    )
    ;(checked ?? items[0])?.focus()
  }, [])
  const onKey = (event: KeyboardEvent) => {
    const items = [...(page.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])]
    const at = items.findIndex((item) => item.matches(':focus'))
    const move = (to: number) => items[(to + items.length) % items.length]?.focus()
    const moves: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Home: () => move(0),
      End: () => move(-1),
      [document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft']: onBack,
    }
    const act = moves[event.key] ?? (event.key.length === 1 && event.key !== ' ' && findLetter)
    if (!act) return
    event.preventDefault()
    act()
    function findLetter() {
      const found = [...items.slice(at + 1), ...items].find((item) =>
        item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()),
      )
      found?.focus()
    }
  }
  return (
    <div ref={page} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKey}>
      {onBack && (
        <button
          type="button"
          role="menuitem"
          className={styles.head}
          aria-label={words.backFrom(label)}
          tabIndex={-1}
          onClick={onBack}
        >
          <IconChevronLeft className={styles.chevron} size={18} aria-hidden />
          {label}
        </button>
      )}
      {children}
    </div>
  )
}

interface ItemProps {
  readonly label: string
  readonly value?: string | undefined
  readonly onChoose: () => void
}

/** Leads to another page, and shows what is chosen there. */
export function MenuLink({ label, value, onChoose }: ItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
      <span dir="auto">{label}</span>
      <span className={styles.value} dir="auto">
        {value}
      </span>
      <IconChevronRight className={styles.chevron} size={16} aria-hidden />
    </button>
  )
}

export function MenuAction({ label, value, onChoose }: ItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
      <span dir="auto">{label}</span>
      <span className={styles.value} dir="auto">
        {value}
      </span>
    </button>
  )
}

export function MenuSwitch({
  label,
  on,
  onChange,
}: {
  label: string
  on: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={on}
      tabIndex={-1}
      onClick={() => onChange(!on)}
    >
      <span dir="auto">{label}</span>
      <span className={styles.value} aria-hidden>
        {on ? words.on : words.off}
      </span>
      <span className={styles.switch} data-on={on} aria-hidden />
    </button>
  )
}

interface ChoiceProps<T> {
  readonly options: readonly { readonly value: T; readonly label: string; readonly note?: string }[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

/** One of several. */
export function MenuChoice<T extends string | number | null>({
  options,
  chosen,
  onChoose,
}: ChoiceProps<T>) {
  return options.map(({ value, label, note }) => (
    <button
      key={value}
      type="button"
      role="menuitemradio"
      aria-checked={value === chosen}
      data-value={value}
      tabIndex={-1}
      onClick={() => onChoose(value)}
    >
      <IconCheck size={16} aria-hidden className={value === chosen ? undefined : styles.off} />
      <span dir="auto">{label}</span>
      {note && <span className={styles.value}>{note}</span>}
    </button>
  ))
}
