import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Upload } from '#web/uploads/upload.ts'
import { uploadQueue } from '#web/uploads/uploads.ts'
import styles from './upload-tray.module.css'
import { uploadInWords } from './upload-words.ts'
import { words } from './words/en.ts'

/** An upload with what can be done about it. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { id, courseId, fileName, sizeBytes, state, sentBytes } = upload
  const row = useRef<HTMLLIElement>(null)
  /** A button that is pressed away leaves the focus to the one in its place. */
  const pressing = (act: () => void) => () => {
    act()
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) row.current?.querySelector('button')?.focus()
    })
  }
  const open = state === 'sending' || state === 'offline' || state === 'paused'
  const bad = state === 'failed' || state === 'needs-file'
  return (
    <li ref={row} className={styles.row} data-upload={state}>
      <div className={styles.name}>
        <strong dir="auto" title={fileName}>
          {fileName}
        </strong>
        <span className={bad && upload.problem ? 'problem small' : 'quiet'}>
          {uploadInWords(upload)}
        </span>
      </div>
      <div className={styles.tools}>
        {(state === 'sending' || state === 'offline' || state === 'waiting') && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={words.pause(fileName)}
            onClick={pressing(() => uploadQueue.pause(id))}
          >
            <IconPlayerPause size={18} stroke={1.6} />
          </ActionIcon>
        )}
        {state === 'paused' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={words.resume(fileName)}
            onClick={pressing(() => uploadQueue.resume(id))}
          >
            <IconPlayerPlay size={18} stroke={1.6} />
          </ActionIcon>
        )}
        {state === 'cancelled' && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={pressing(() => uploadQueue.resume(id))}
          >
            {words.undo}
          </Button>
        )}
        {state === 'failed' && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={pressing(() => uploadQueue.resume(id))}
          >
            {words.sendAgain}
          </Button>
        )}
        {state === 'needs-file' && <FileAgain upload={upload} />}
        {state === 'sent' && (
          <Link to="/teach/$courseId/videos" params={{ courseId }} className="quiet">
            {words.seeIt}
          </Link>
        )}
        {state !== 'sent' && state !== 'cancelled' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={words.cancel(fileName)}
            onClick={pressing(() => uploadQueue.cancel(id))}
          >
            <IconX size={18} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      {open && (
        <Progress
          className={styles.progress}
          value={(100 * sentBytes) / sizeBytes}
          size={4}
          color={state === 'sending' ? undefined : 'gray'}
          aria-label={words.sendingFile(fileName)}
        />
      )}
    </li>
  )
}

function FileAgain({ upload }: { upload: Upload }) {
  const { id, fileName, canReopen } = upload
  const picker = useRef<HTMLInputElement>(null)
  if (canReopen)
    return (
      <Button size="compact-sm" onClick={() => void uploadQueue.reopen(id)}>
        {words.goOn}
      </Button>
    )
  return (
    <>
      <Button size="compact-sm" onClick={() => picker.current?.click()}>
        {words.chooseAgain}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={words.chooseFileAgain(fileName)}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) uploadQueue.giveFile(id, file)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
