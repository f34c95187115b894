import { TextInput } from '@mantine/core'
import { words } from '#web/lessons/editor/words/en.ts'
import { FieldConflict } from '#web/ui/fields/field-conflict.tsx'
import { type FieldOptions, useField } from '#web/ui/fields/use-field.ts'
import { toShare } from './completion-share.ts'
import styles from './completion-share-field.module.css'

interface Props extends Pick<FieldOptions, 'saved' | 'save' | 'conflictOf'> {
  /** Of which lesson, for those who hear the label. */
  readonly lesson: string
}

const trim = (text: string) => text.trim()

/** How much of a video must be watched, in percent: saved on leaving it or Enter, given back on Escape. */
export function CompletionShareField({ lesson, ...options }: Props) {
  const field = useField({ ...options, clean: trim })
  const label = words.shareOf(lesson)
  const isShare = toShare(field.text) !== null
  return (
    <>
      <span className={styles.share}>
        <span aria-hidden="true">{words.completeWhen}</span>
        <TextInput
          aria-label={label}
          size="sm"
          inputMode="numeric"
          maxLength={3}
          value={field.text}
          error={!isShare}
          onChange={(event) => field.type(event.currentTarget.value)}
          onBlur={() => {
            if (isShare) field.leave()
            else field.giveBack()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'Escape') field.giveBack()
          }}
        />
        <span aria-hidden="true">{words.isWatched}</span>
      </span>
      <FieldConflict label={label} field={field} />
    </>
  )
}
