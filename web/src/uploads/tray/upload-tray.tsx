import { ActionIcon, Button, Progress } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { clearDone, isSending, useSendings } from '#web/uploads/sendings/sendings.ts'
import { isUnderWay, type Upload } from '#web/uploads/upload.ts'
import { uploadQueue, useUploads } from '#web/uploads/uploads.ts'
import { SendingRow } from './sending-row.tsx'
import { UploadRow } from './upload-row.tsx'
import styles from './upload-tray.module.css'
import { percentSent, uploadsInWords } from './upload-words.ts'
import { words } from './words/en.ts'

/** The uploads of this browser, on every page; nothing while there are none. */
export default function UploadTray() {
  const uploads = useUploads()
  const sendings = useSendings()
  // On a phone it would cover what it speaks of.
  const isWide = useMediaQuery('(min-width: 600px)', true, { getInitialValueInEffect: false })
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? isWide
  useEffect(() => {
    uploadQueue
      .restore()
      .catch((error: unknown) => console.warn('Earlier uploads could not be taken up', error))
  }, [])
  if (uploads.length + sendings.length === 0) return null
  const running = uploads.some(isUnderWay) || sendings.some(isSending)
  const isOver =
    uploads.every(({ state }) => state === 'sent') && sendings.every(({ isDone }) => isDone)
  const summary = uploadsInWords(uploads, sendings)
  return (
    <section className={styles.tray} aria-label={words.uploads} data-open={open}>
      <div className={styles.head}>
        {/* Only its own words are read out, not each byte. */}
        <strong aria-live="polite">{summary}</strong>
        {isOver && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              uploadQueue.clearSent()
              clearDone()
            }}
          >
            {words.clear}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={open ? words.makeSmall : words.show}
          aria-expanded={open}
          onClick={() => setChosen(!open)}
        >
          {open ? <IconChevronDown size={18} /> : <IconChevronUp size={18} />}
        </ActionIcon>
      </div>
      {!open && running && (
        <Progress value={percentSent(uploads, sendings)} size={4} aria-label={words.allUploads} />
      )}
      {open && (
        <ul>
          {inTrayOrder(uploads).map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
          {sendings.map((sending) => (
            <SendingRow key={sending.key} sending={sending} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** What is sent stands last: one looks for the rest. */
const inTrayOrder = (uploads: readonly Upload[]) => [
  ...uploads.filter(({ state }) => state !== 'sent'),
  ...uploads.filter(({ state }) => state === 'sent'),
]
