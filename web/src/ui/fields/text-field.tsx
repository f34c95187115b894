import { Textarea } from '@mantine/core'
import { FieldConflict } from './field-conflict.tsx'
import { type FieldOptions, useField } from './use-field.ts'
import { words } from './words/en.ts'

interface Props extends Omit<FieldOptions, 'autosaveMs'> {
  readonly label: string
  readonly maxLength: number
  readonly keepAs: string
}

const AUTOSAVE_MS = 1000

/** Longer text: saved a second after the last key, on leaving it and on leaving the page. */
export function TextField({ label, maxLength, ...options }: Props) {
  const field = useField({ ...options, autosaveMs: AUTOSAVE_MS })
  return (
    <>
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={24}
        dir="auto"
        value={field.text}
        maxLength={maxLength}
        description={words.state[field.word]}
        inputWrapperOrder={['label', 'input', 'description']}
        onChange={(event) => field.type(event.currentTarget.value)}
        onBlur={field.leave}
      />
      <FieldConflict label={label} field={field} />
    </>
  )
}
