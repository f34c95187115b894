import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useRef } from 'react'
import { videoLimits } from '#contract/videos/limits'
import { writeCaptions } from '#web/captions/cues/captions-text.ts'
import type { CaptionsEditing } from '#web/captions/use-captions.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import styles from './captions-bar.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly editing: CaptionsEditing
  readonly fileName: string
  readonly wrong: number
  readonly hints: number
  readonly toFirstHint: () => void
  readonly add: () => void
  readonly save: () => void
}

/** What is to be said of all the captions, and done with all of them. */
export function CaptionsBar({ editing, fileName, wrong, hints, toFirstHint, add, save }: Props) {
  const { cues, dirty, restored, overtaken, unread, saving } = editing
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className={styles.bar}>
        <TextInput
          aria-label={words.label}
          dir="auto"
          value={editing.label}
          maxLength={videoLimits.captionsLabel}
          onChange={(event) => editing.setLabel(event.currentTarget.value)}
        />
        <Button variant="default" onClick={add}>
          {words.addHere}
        </Button>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={words.undo}
          disabled={!editing.canUndo}
          onClick={editing.undo}
        >
          <IconArrowBackUp className={styles.turn} size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={words.redo}
          disabled={!editing.canRedo}
          onClick={editing.redo}
        >
          <IconArrowForwardUp className={styles.turn} size={18} stroke={1.6} />
        </ActionIcon>
        <Button variant="default" onClick={() => picker.current?.click()}>
          {words.fromFile}
        </Button>
        <Button
          variant="default"
          disabled={cues.length === 0}
          onClick={() => download(fileName, writeCaptions(cues).text)}
        >
          {words.download}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".vtt,.srt,text/vtt,application/x-subrip"
          aria-label={words.chooseFile}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file) void file.text().then(editing.replaceAll)
          }}
        />
        <span className={styles.state}>
          <span className="quiet" role="status">
            {saving.isPending
              ? words.saving
              : dirty
                ? words.unsaved
                : cues.length > 0
                  ? words.saved
                  : ''}
          </span>
          <Button disabled={!dirty || cues.length === 0} loading={saving.isPending} onClick={save}>
            {words.save}
          </Button>
        </span>
      </div>
      {overtaken && dirty ? (
        <p className={`${layout.panel} ${styles.restored}`} role="alert">
          <span>{words.overtaken}</span>
          <Button variant="default" size="compact-sm" onClick={editing.throwAway}>
            {words.takeTheirs}
          </Button>
        </p>
      ) : (
        restored && (
          <p className={`${layout.panel} ${styles.restored}`}>
            <span>{words.restored(<WhenInWords key="when" instant={restored.at} />)}</span>
            <Button variant="default" size="compact-sm" onClick={editing.throwAway}>
              {words.throwAway}
            </Button>
          </p>
        )
      )}
      {saving.error && (
        <p role="alert" className="problem">
          {messageOf(saving.error)}
        </p>
      )}
      {unread.length > 0 && (
        <div className={layout.panel} role="alert">
          <p className="problem">{words.unread(unread.length)}</p>
          <ul>
            {unread.slice(0, 20).map(({ line, message }) => (
              <li key={`${line} ${message}`}>{words.atLine(line, message)}</li>
            ))}
          </ul>
        </div>
      )}
      {wrong + hints > 0 && (
        <p className={wrong > 0 ? 'problem small' : 'quiet'}>
          {wrong > 0 ? words.wrong(wrong) : words.hints(hints)}{' '}
          <Button variant="subtle" size="compact-sm" onClick={toFirstHint}>
            {words.toFirst}
          </Button>
        </p>
      )}
    </>
  )
}

function download(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/vtt' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
