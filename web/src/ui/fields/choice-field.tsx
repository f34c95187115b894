import { NativeSelect } from '@mantine/core'
import { FieldConflict } from './field-conflict.tsx'
import { type FieldOptions, useField } from './use-field.ts'
import { words } from './words/en.ts'

interface Props extends Omit<FieldOptions, 'autosaveMs' | 'keepAs' | 'clean'> {
  readonly label: string
  /** What the chosen one means. */
  readonly hint?: (value: string) => string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

const asItIs = (value: string) => value

/** One of several, saved as soon as it is chosen. */
export function ChoiceField({ label, hint, choices, ...options }: Props) {
  const field = useField({ ...options, clean: asItIs })
  const state = words.state[field.word]
  return (
    <>
      <NativeSelect
        label={label}
        value={field.text}
        // What is stored may be none of those that are offered.
        data={
          choices.some(({ value }) => value === field.text)
            ? [...choices]
            : [{ value: field.text, label: field.text }, ...choices]
        }
        description={hint ? `${hint(field.text)} ${state}` : state}
        inputWrapperOrder={['label', 'input', 'description']}
        onChange={(event) => {
          field.type(event.currentTarget.value)
          field.send()
        }}
      />
      <FieldConflict label={label} field={field} />
    </>
  )
}
