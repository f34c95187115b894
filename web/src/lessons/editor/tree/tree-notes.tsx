import { Button } from '@mantine/core'
import { titleOf } from '#web/lessons/editor/outline/rows.ts'
import { messageOf } from '#web/ui/notices.tsx'
import styles from './tree.module.css'
import type { useTree } from './use-tree.ts'
import { words } from './words/en.ts'

/** What there is to know of the tree: what is chosen, what was deleted and comes back, what went wrong. */
export function TreeNotes({ tree }: { tree: ReturnType<typeof useTree> }) {
  const { chosen, deleted, error, said } = tree
  const [first] = deleted
  const row = tree.rows.find(({ id }) => chosen.ids.has(id))
  return (
    <div className={styles.notes}>
      <p role="status" className="only-heard">
        {said}
      </p>
      {error !== null && (
        <p role="alert" className="problem small">
          {words.notMoved} {messageOf(error)}
        </p>
      )}
      {row && (
        <p className={styles.note}>
          <span>{words.chosen(chosen.ids.size)}</span>
          <Button size="compact-sm" variant="default" onClick={() => tree.run(row, 'moveTo')}>
            {words.commands.moveTo}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => tree.run(row, 'copy')}>
            {words.commands.copy}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => tree.run(row, 'remove')}>
            {words.commands.remove}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={tree.chooseNone}>
            {words.clear}
          </Button>
        </p>
      )}
      {first && (
        <p role="status" className={styles.note}>
          <span dir="auto">
            {deleted.length === 1
              ? words.removed(titleOf(first))
              : words.removedSeveral(deleted.length)}
          </span>
          <Button size="compact-sm" onClick={tree.undoDelete}>
            {words.undo}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={tree.forgetDeleted}>
            {words.dismiss}
          </Button>
        </p>
      )}
    </div>
  )
}
