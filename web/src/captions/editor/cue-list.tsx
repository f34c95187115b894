import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import type { Cue } from '#web/captions/cues/captions-text.ts'
import { writeTime } from '#web/captions/cues/cue-times.ts'
import type { CueWarning } from '#web/captions/cues/cue-warnings.ts'
import type { Cues } from '#web/captions/cues/edit-cues.ts'
import layout from '#web/ui/layout.module.css'
import type { CueActions } from './cue-actions.ts'
import { CueForm } from './cue-form.tsx'
import styles from './cue-list.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly cues: Cues
  readonly warnings: ReadonlyMap<number, readonly CueWarning[]>
  /** What the server said of a cue. */
  readonly issues: ReadonlyMap<number, string>
  readonly selected: number | null
  readonly current: number | null
  readonly language: string
  readonly act: CueActions
  readonly addFirst: () => void
}

/** All captions in order; the one that is selected can be edited. */
export function CueList(props: Props) {
  const { cues, warnings, issues, selected, current, language, act, addFirst } = props
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (current === null || list.current?.contains(document.activeElement)) return
    list.current?.querySelector(`[data-cue="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  if (cues.length === 0)
    return (
      <div className={layout.nothing}>
        <p>{words.none}</p>
        <Button onClick={addFirst}>{words.addFirst}</Button>
      </div>
    )
  return (
    <ol className={styles.list} ref={list} aria-label={words.captions} onKeyDown={moveFocus}>
      {cues.map((cue, at) =>
        cue.id === selected ? (
          <li key={cue.id} data-cue={cue.id} className={styles.open} aria-current="true">
            <CueForm
              cue={cue}
              last={at === cues.length - 1}
              warnings={warnings.get(cue.id) ?? []}
              issue={issues.get(cue.id)}
              language={language}
              act={act}
            />
          </li>
        ) : (
          <CueRow
            key={cue.id}
            cue={cue}
            warning={issues.get(cue.id) ?? warnings.get(cue.id)?.[0]?.text}
            current={cue.id === current}
            language={language}
            select={act.select}
          />
        ),
      )}
    </ol>
  )
}

interface RowProps {
  readonly cue: Cue
  readonly warning: string | undefined
  readonly current: boolean
  readonly language: string
  readonly select: CueActions['select']
}

const CueRow = memo(function CueRow({ cue, warning, current, language, select }: RowProps) {
  return (
    <li data-cue={cue.id} className={styles.row} data-current={current}>
      <button type="button" onClick={() => select(cue.id, cue.startMs)}>
        <span className={`quiet ${styles.time}`}>{writeTime(cue.startMs)}</span>
        <span className={styles.words} lang={language} dir="auto">
          {cue.text || words.noWords}
        </span>
        {warning !== undefined && (
          <span className={styles.warning} title={warning}>
            <IconAlertTriangle size={16} aria-hidden="true" />
            <span className="only-heard">{warning}</span>
          </span>
        )}
      </button>
    </li>
  )
})

function moveFocus(event: KeyboardEvent<HTMLOListElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const { target } = event
  if (by === undefined || !(target instanceof HTMLButtonElement)) return
  if (!target.closest('[data-current]')) return
  const rows = [
    ...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-current] > button'),
  ]
  const next = rows[rows.indexOf(target) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}
