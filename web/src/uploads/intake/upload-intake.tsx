import { Button } from '@mantine/core'
import { IconFolderOpen, IconUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import { dollarsInWords } from '#web/ui/money.ts'
import { pickWithHandles, readPicked } from './choose-files.ts'
import styles from './intake.module.css'
import { IntakeReview } from './intake-review.tsx'
import { SkippedFiles } from './skipped-files.tsx'
import { useFileDrop } from './use-file-drop.ts'
import type { Intake, Started } from './use-intake.ts'
import { words } from './words/en.ts'

interface Props {
  readonly intake: Intake
  /** Without folders and for one file: what takes the place of an asset. */
  readonly single?: boolean
  readonly label?: string
}

/** The ways to choose videos, and what is to be said before and after they are sent. */
export function UploadIntake({ intake, single = false, label = words.uploadVideos }: Props) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const over = useFileDrop(intake.add)
  const choose = async () => {
    const picked = single ? null : await pickWithHandles()
    if (picked) intake.add(picked)
    else files.current?.click()
  }
  const take = (input: HTMLInputElement) => {
    intake.add(readPicked(input.files ?? []))
    input.value = ''
  }
  return (
    <div className={styles.intake}>
      <div className={styles.buttons}>
        <Button
          variant={single ? 'default' : 'filled'}
          leftSection={<IconUpload size={18} stroke={1.6} />}
          onClick={() => void choose()}
        >
          {label}
        </Button>
        {!single && (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={18} stroke={1.6} />}
            onClick={() => folder.current?.click()}
          >
            {words.uploadFolder}
          </Button>
        )}
        <input
          ref={files}
          type="file"
          hidden
          multiple={!single}
          accept="video/*,.mkv,.mov,.mxf,.ts,.m2ts,.mts,.vtt,.srt"
          aria-label={single ? words.chooseNew : words.chooseVideos}
          onChange={(event) => take(event.currentTarget)}
        />
        {!single && (
          <input
            ref={(input) => {
              folder.current = input
              input?.setAttribute('webkitdirectory', '')
            }}
            type="file"
            hidden
            aria-label={words.chooseFolder}
            onChange={(event) => take(event.currentTarget)}
          />
        )}
      </div>
      <IntakeReview intake={intake} />
      <p role="status" className={`quiet ${styles.started}`}>
        {intake.started && startedInWords(intake.started)}
      </p>
      {intake.items.length === 0 && intake.skipped.length > 0 && (
        <SkippedFiles skipped={intake.skipped} />
      )}
      {over && (
        <div className={styles.veil} aria-hidden="true">
          <p>{single ? words.dropNew : words.drop}</p>
        </div>
      )}
    </div>
  )
}

function startedInWords({ videos, captions, costUsd }: Started): string {
  if (videos === 0) return words.captionsGo(captions)
  const cost = costUsd > 0 ? words.costs(dollarsInWords(costUsd)) : ''
  return [words.onTheWay(videos), cost, words.workOn].filter(Boolean).join(' ')
}
