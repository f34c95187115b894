import { IconChevronDown } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { type Row, titleOf } from '#web/lessons/editor/outline/rows.ts'
import { words as kinds } from '#web/lessons/kinds/words/en.ts'
import styles from './tree.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly row: Row
  readonly at: number
  readonly of: number
  /** Whether Tab leads to it. */
  readonly isActive: boolean
  readonly isChosen: boolean
  /** Whether it is what the page shows. */
  readonly isOpen: boolean
  readonly isClosed: boolean
  /** In the title's place, while it is renamed. */
  readonly renaming?: ReactNode
  /** In the menu button's place, while it is open. */
  readonly menu?: ReactNode
}

/** A line of the tree. What is done with it is for the tree to hear. */
export const TreeRow = memo(function TreeRow({ row, at, of, renaming, menu, ...is }: Props) {
  const isModule = row.kind === 'module'
  return (
    <tr
      className={styles.row}
      data-row={row.id}
      data-kind={row.kind}
      data-open={is.isOpen || undefined}
      aria-level={isModule ? 1 : 2}
      aria-posinset={at}
      aria-setsize={of}
      aria-selected={is.isChosen}
      aria-expanded={isModule ? !is.isClosed : undefined}
      aria-current={is.isOpen ? 'page' : undefined}
      tabIndex={is.isActive ? 0 : -1}
    >
      <td className={styles.cell}>
        {renaming ??
          (isModule ? (
            <span className={styles.module}>
              <IconChevronDown size={16} aria-hidden data-part="fold" />
              <bdi>{titleOf(row)}</bdi>
            </span>
          ) : (
            <a href={`?lesson=${row.id}`} tabIndex={-1} draggable={false} className={styles.lesson}>
              <bdi>{titleOf(row)}</bdi>
              <span className={styles.kind}>{kinds.names[row.lesson.kind]}</span>
            </a>
          ))}
      </td>
      <td>
        {menu ?? (
          <button
            type="button"
            className={styles.menuButton}
            data-part="menu"
            tabIndex={is.isActive ? 0 : -1}
            aria-haspopup="menu"
            aria-label={words.actionsFor(titleOf(row))}
          />
        )}
      </td>
    </tr>
  )
})
