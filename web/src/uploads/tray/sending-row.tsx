import { ActionIcon, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { bytesInWords } from '#web/ui/words.ts'
import { isSending, type Sending, stopSending } from '#web/uploads/sendings/sendings.ts'
import styles from './upload-tray.module.css'
import { words } from './words/en.ts'

/** A file that is no video, as its lesson or article asked for it. */
export function SendingRow({ sending }: { sending: Sending }) {
  const { key, name, sizeBytes, share, problem, isDone } = sending
  return (
    <li className={styles.row} data-upload={problem ? 'failed' : isDone ? 'sent' : 'sending'}>
      <div className={styles.name}>
        <strong dir="auto" title={name}>
          {name}
        </strong>
        <span className={problem ? 'problem small' : 'quiet'}>
          {problem ??
            (isDone
              ? words.sent
              : words.sentOf(bytesInWords(share * sizeBytes), bytesInWords(sizeBytes)))}
        </span>
      </div>
      <div className={styles.tools}>
        {!isDone && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={words.cancel(name)}
            onClick={() => stopSending(key)}
          >
            <IconX size={18} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      {isSending(sending) && (
        <Progress
          className={styles.progress}
          value={100 * share}
          size={4}
          aria-label={words.sendingFile(name)}
        />
      )}
    </li>
  )
}
