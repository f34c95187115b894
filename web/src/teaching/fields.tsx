import { Button, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onSave: (value: string) => void
  readonly required?: boolean
  readonly maxLength?: number
}

/** A title edited where it stands: saved on leaving it or Enter, given back on Escape. */
export function TitleField({ label, value, onSave, required, maxLength }: FieldProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const save = () => {
    const trimmed = text.trim()
    if (trimmed === value) return
    if (required && !trimmed) setText(value)
    else onSave(trimmed)
  }
  return (
    <TextInput
      aria-label={label}
      className="title-field"
      variant="unstyled"
      value={text}
      maxLength={maxLength}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setText(value)
      }}
    />
  )
}

/** Longer text: saved a second after the last key, and on leaving it. */
export function TextField({ label, value, onSave, maxLength }: FieldProps) {
  const [text, setText] = useState(value)
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onSave(text), 1000)
    return () => clearTimeout(timer)
  }, [text, value, onSave])
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={24}
      value={text}
      maxLength={maxLength}
      description={text === value ? 'Saved' : 'Saving…'}
      inputWrapperOrder={['label', 'input', 'description']}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== value && onSave(text)}
    />
  )
}

/** Deleting asks once, by name, in place. */
export function DeleteButton({ what, onDelete }: { what: string; onDelete: () => void }) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`Delete ${what}`}
        onClick={() => setAsking(true)}
      >
        Delete
      </Button>
    )
  return (
    <span role="alert" className="asking">
      Delete {what}?
      <Button color="red" size="compact-sm" onClick={onDelete}>
        Yes, delete
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(false)}>
        Keep
      </Button>
    </span>
  )
}
