import { Button, Progress } from '@mantine/core'
import { IconFile, IconUpload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { inWords } from '#web/api/reasons.ts'
import { send } from '#web/files/sendings.ts'
import { typeInWords } from '#web/files/type-in-words.ts'
import { refreshFiles, useCourseFiles } from '#web/files/use-course-files.ts'
import { words } from '#web/lessons/editor/words/file/en.ts'
import { stopSending, useSending } from '#web/uploads/sendings/sendings.ts'
import { useDropPlace } from '#web/uploads/sendings/use-drop-place.ts'
import styles from './file-form.module.css'
import type { FormProps } from './kind.ts'

/** The file of a lesson: chosen or dropped, sent at once, replaced once the next is there. */
export function FileForm({ lesson, change, save }: FormProps<'file'>) {
  const { id, courseId, fileId, revision, title } = lesson
  const queries = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const files = useCourseFiles(courseId, true)
  const sending = useSending(id)
  const chosen = files.data?.find((file) => file.id === fileId)
  const isSending = sending !== undefined && sending.problem === null

  const take = (file: File) => {
    void send(id, { courseId, file }, async (arrived) => {
      await save({ fileId: arrived.id, revision })
      await refreshFiles(queries)
    })
  }
  const place = useDropPlace(take)
  return (
    // biome-ignore lint/a11y/useSemanticElements: one button and what it is about are no fieldset
    <div role="group" aria-label={words.fileOf(title)} className={styles.file} {...place}>
      <span className={styles.what}>
        <IconFile size={28} stroke={1.4} aria-hidden />
        {chosen ? (
          <span>
            <strong dir="auto">{chosen.name}</strong>
            <span className={chosen.state === 'refused' ? 'problem small' : 'quiet'}>
              {chosen.state === 'ready' && typeInWords(chosen)}
              {chosen.state === 'arriving' && words.arriving}
              {chosen.state === 'refused' && chosen.refusal && inWords(chosen.refusal)}
            </span>
          </span>
        ) : (
          <span className="quiet">{fileId && files.isSuccess ? words.gone : words.none}</span>
        )}
      </span>
      <span className={styles.ways}>
        <input
          ref={field}
          type="file"
          hidden
          aria-label={words.fileOf(title)}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) take(file)
            event.currentTarget.value = ''
          }}
        />
        <Button
          variant={fileId ? 'default' : 'filled'}
          leftSection={<IconUpload size={18} />}
          disabled={isSending}
          onClick={() => field.current?.click()}
        >
          {fileId ? words.replace : words.choose}
        </Button>
        {fileId && (
          <Button
            variant="subtle"
            color="gray"
            disabled={isSending}
            onClick={() => change({ fileId: null, revision })}
          >
            {words.takeAway}
          </Button>
        )}
      </span>
      <div className={styles.sending} role="status">
        {isSending && (
          <>
            <span>
              <bdi>{sending.name}</bdi>: {words.sent(sending.share)}
            </span>
            <Button variant="subtle" size="compact-sm" onClick={() => stopSending(id)}>
              {words.stop}
            </Button>
          </>
        )}
      </div>
      {isSending && (
        <Progress
          className={styles.progress}
          value={sending.share * 100}
          aria-label={words.progressOf(sending.name)}
        />
      )}
      {sending?.problem && (
        <p role="alert" className={`problem ${styles.problem}`}>
          <bdi>{sending.name}</bdi>: {sending.problem}
        </p>
      )}
      <p className={`quiet ${styles.how}`}>{words.how}</p>
    </div>
  )
}
