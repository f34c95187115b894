import { TextInput } from '@mantine/core'
import { FieldConflict } from './field-conflict.tsx'
import styles from './fields.module.css'
import { type FieldOptions, useField } from './use-field.ts'

interface Props extends Omit<FieldOptions, 'autosaveMs' | 'keepAs' | 'clean'> {
  readonly label: string
  readonly maxLength: number
  /** Whether it is the page's heading. */
  readonly heading?: boolean
}

const trim = (text: string) => text.trim()

/** A title edited where it stands: saved on leaving it or Enter, given back on Escape. */
export function TitleField({ label, maxLength, heading, ...options }: Props) {
  const field = useField({ ...options, clean: trim })
  const input = (
    <TextInput
      aria-label={label}
      variant="unstyled"
      dir="auto"
      value={field.text}
      maxLength={maxLength}
      onChange={(event) => field.type(event.currentTarget.value)}
      onBlur={() => {
        if (trim(field.text) === '') field.giveBack()
        else field.leave()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') field.giveBack()
      }}
    />
  )
  return (
    <div className={styles.title}>
      {heading ? <h1>{input}</h1> : input}
      <FieldConflict label={label} field={field} />
    </div>
  )
}
