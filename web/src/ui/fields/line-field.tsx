import { TextInput } from '@mantine/core'
import { FieldConflict } from './field-conflict.tsx'
import { type FieldOptions, useField } from './use-field.ts'
import { words } from './words/en.ts'

interface Props extends Omit<FieldOptions, 'autosaveMs' | 'keepAs' | 'clean'> {
  readonly label: string
  readonly hint?: string
  /** @default 'text' */
  readonly type?: 'text' | 'date'
  /** Which keys a phone shows. @default 'text' */
  readonly inputMode?: 'text' | 'numeric'
  readonly maxLength?: number
  /** What may be chosen in place of typing, by the id of a `datalist`. */
  readonly list?: string
}

const trim = (text: string) => text.trim()

/** A short text, a number or a day: saved on leaving it or Enter, given back on Escape. */
export function LineField(props: Props) {
  const { label, hint, type, inputMode, maxLength, list, ...options } = props
  const field = useField({ ...options, clean: trim })
  const state = words.state[field.word]
  return (
    <>
      <TextInput
        {...{ label, type, inputMode, maxLength, list }}
        dir="auto"
        value={field.text}
        description={hint ? `${hint} ${state}` : state}
        inputWrapperOrder={['label', 'input', 'description']}
        onChange={(event) => field.type(event.currentTarget.value)}
        onBlur={field.leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') field.giveBack()
        }}
      />
      <FieldConflict label={label} field={field} />
    </>
  )
}
