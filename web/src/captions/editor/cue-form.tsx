import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconMinus, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Cue } from '#web/captions/cues/captions-text.ts'
import { readTime, writeTime } from '#web/captions/cues/cue-times.ts'
import type { CueWarning } from '#web/captions/cues/cue-warnings.ts'
import { changeCue, nudgeCue } from '#web/captions/cues/edit-cues.ts'
import type { CueActions } from './cue-actions.ts'
import styles from './cue-form.module.css'
import { words } from './words/en.ts'

const NUDGE_MS = 100

interface Props {
  readonly cue: Cue
  readonly last: boolean
  readonly warnings: readonly CueWarning[]
  readonly issue: string | undefined
  readonly language: string
  readonly act: CueActions
}

/** One caption being edited. */
export function CueForm({ cue, last, warnings, issue, language, act }: Props) {
  const { id, startMs, endMs, text } = cue
  const textarea = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cue takes the focus anew
  useEffect(() => {
    textarea.current?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [id])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div ref={form} role="group" aria-label={words.captionAt(writeTime(startMs))}>
      <div className={styles.times}>
        <CueTime cue={cue} edge="startMs" act={act} />
        <CueTime cue={cue} edge="endMs" act={act} />
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlayerPlay size={16} stroke={1.6} />}
          onClick={() => act.play(startMs, endMs)}
        >
          {words.play}
        </Button>
      </div>
      <Textarea
        ref={textarea}
        aria-label={words.words}
        lang={language}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        value={text}
        onChange={(event) => {
          const changed = event.currentTarget.value
          act.change((cues) => changeCue(cues, id, { text: changed }), `words of ${id}`)
        }}
      />
      <ul className={styles.warnings}>
        {issue && <li className="problem small">{issue}</li>}
        {warnings.map((warning) => (
          <li key={warning.text} className={warning.weight === 'wrong' ? 'problem small' : 'quiet'}>
            {warning.text}
          </li>
        ))}
      </ul>
      <div className={styles.tools}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => act.split(id, textarea.current?.selectionStart ?? 0)}
        >
          {words.split}
        </Button>
        <Button variant="default" size="compact-sm" disabled={last} onClick={() => act.merge(id)}>
          {words.join}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => act.remove(id)}>
          {words.remove}
        </Button>
      </div>
    </div>
  )
}

interface TimeProps {
  readonly cue: Cue
  readonly edge: 'startMs' | 'endMs'
  readonly act: CueActions
}

function CueTime({ cue, edge, act }: TimeProps) {
  const said = words.edges[edge]
  const value = cue[edge]
  const [text, setText] = useState(writeTime(value))
  useEffect(() => setText(writeTime(value)), [value])
  const read = readTime(text)
  const set = (ms: number) => act.change((cues) => changeCue(cues, cue.id, { [edge]: ms }))
  const nudge = (by: number) =>
    act.change((cues) => nudgeCue(cues, cue.id, edge, by), `${edge} of ${cue.id}`)
  return (
    <div className={styles.time}>
      <TextInput
        label={said.label}
        value={text}
        inputMode="decimal"
        error={read === null && words.timeExample}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => (read === null ? setText(writeTime(value)) : read !== value && set(read))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && read !== null) set(read)
          const by = { ArrowUp: NUDGE_MS, ArrowDown: -NUDGE_MS }[event.key]
          if (by === undefined) return
          event.preventDefault()
          nudge(by)
        }}
      />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={said.earlier}
        onClick={() => nudge(-NUDGE_MS)}
      >
        <IconMinus size={14} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={said.later}
        onClick={() => nudge(NUDGE_MS)}
      >
        <IconPlus size={14} />
      </ActionIcon>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={said.now}
        onClick={() => {
          const now = act.nowMs()
          if (now !== null) set(now)
        }}
      >
        {words.now}
      </Button>
    </div>
  )
}
