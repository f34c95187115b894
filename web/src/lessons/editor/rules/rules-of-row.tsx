import type { DraftOutline } from '#contract/lessons/lesson'
import type { Editing } from '#web/courses/use-draft.ts'
import { saveRules } from '#web/lessons/editor/outline/changes.ts'
import type { Row } from '#web/lessons/editor/outline/rows.ts'
import RulesDialog from './rules-dialog.tsx'

interface Props {
  readonly row: Row
  readonly outline: DraftOutline
  readonly timeZone: string
  readonly editing: Editing
  readonly close: () => void
}

/** When the module or lesson of a line opens. */
export default function RulesOfRow({ row, editing, ...given }: Props) {
  return (
    <RulesDialog
      of={row.kind === 'module' ? row.module : row.lesson}
      save={(rules) => editing.change(() => saveRules(row, rules))}
      {...given}
    />
  )
}
