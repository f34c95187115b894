import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import type { Editing } from '#web/courses/use-draft.ts'
import { saveTitle } from '#web/lessons/editor/outline/changes.ts'
import { type Row, titleOf } from '#web/lessons/editor/outline/rows.ts'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { FieldConflict } from '#web/ui/fields/field-conflict.tsx'
import { useField } from '#web/ui/fields/use-field.ts'
import { words } from './words/en.ts'

interface Props {
  readonly row: Row
  readonly save: Editing['save']
  readonly done: () => void
}

const trim = (text: string) => text.trim()

/** A title renamed in its line: saved on leaving it or Enter, given back on Escape; there until it is saved. */
export function RenameField({ row, save, done }: Props) {
  const item = row.kind === 'module' ? row.module : row.lesson
  const field = useField({
    ...draftField(item, 'title', (title, revision) => save(() => saveTitle(row, title, revision))),
    clean: trim,
  })
  const [isLeft, setLeft] = useState(false)
  useEffect(() => {
    if (isLeft && field.word === 'saved') done()
  }, [isLeft, field.word, done])
  const label = words.newTitleOf(titleOf(row))
  return (
    <>
      <TextInput
        aria-label={label}
        size="sm"
        dir="auto"
        autoFocus
        maxLength={lessonLimits.title}
        value={field.text}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => field.type(currentTarget.value)}
        onBlur={() => {
          if (trim(field.text) === '') field.giveBack()
          else field.leave()
          setLeft(true)
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            field.giveBack()
            done()
          }
        }}
      />
      <FieldConflict label={label} field={field} />
    </>
  )
}
