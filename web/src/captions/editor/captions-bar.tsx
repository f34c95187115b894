import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useRef } from 'react'
import { writeCaptions } from '#web/captions/cues/captions-text.ts'
import type { CaptionsEditing } from '#web/captions/use-captions.ts'
import { messageOf } from '#web/ui/notices.tsx'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { count } from '#web/ui/words.ts'

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
      <div className="captions-bar">
        <TextInput
          aria-label="Name in the player’s menu"
          value={editing.label}
          maxLength={60}
          onChange={(event) => editing.setLabel(event.currentTarget.value)}
        />
        <Button variant="default" onClick={add}>
          Add caption here
        </Button>
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Undo"
          disabled={!editing.canUndo}
          onClick={editing.undo}
        >
          <IconArrowBackUp size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Redo"
          disabled={!editing.canRedo}
          onClick={editing.redo}
        >
          <IconArrowForwardUp size={18} stroke={1.6} />
        </ActionIcon>
        <Button variant="default" onClick={() => picker.current?.click()}>
          From a file
        </Button>
        <Button
          variant="default"
          disabled={cues.length === 0}
          onClick={() => download(fileName, writeCaptions(cues).text)}
        >
          Download
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".vtt,.srt,text/vtt,application/x-subrip"
          aria-label="Choose a captions file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file) void file.text().then(editing.replaceAll)
          }}
        />
        <span className="captions-state">
          <span className="quiet" role="status">
            {saving.isPending
              ? 'Saving…'
              : dirty
                ? 'Not saved yet; this browser keeps it'
                : cues.length > 0
                  ? 'Saved'
                  : ''}
          </span>
          <Button disabled={!dirty || cues.length === 0} loading={saving.isPending} onClick={save}>
            Save
          </Button>
        </span>
      </div>
      {overtaken && dirty ? (
        <p className="panel captions-restored" role="alert">
          <span>
            Somebody saved other captions since you began. Yours are shown; saving replaces the
            others.
          </span>
          <Button variant="default" size="compact-sm" onClick={editing.throwAway}>
            Take theirs
          </Button>
        </p>
      ) : (
        restored && (
          <p className="panel captions-restored">
            <span>
              Your unsaved changes are back (<WhenInWords instant={restored.at} />
              ).
            </span>
            <Button variant="default" size="compact-sm" onClick={editing.throwAway}>
              Throw it away
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
        <div className="panel" role="alert">
          <p className="problem">
            {count(unread.length, 'place')} of the file could not be read and{' '}
            {unread.length === 1 ? 'is' : 'are'} left out:
          </p>
          <ul>
            {unread.slice(0, 20).map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {wrong + hints > 0 && (
        <p className={wrong > 0 ? 'problem small' : 'quiet'}>
          {wrong > 0
            ? `${count(wrong, 'caption')} must be mended before saving. `
            : `${count(hints, 'caption is', 'captions are')} hard to read. `}
          <Button variant="subtle" size="compact-sm" onClick={toFirstHint}>
            Go to the first
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
