import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import type { CourseId } from '#contract/platform/ids'
import type { Editing } from '#web/courses/use-draft.ts'
import { addModule } from '#web/lessons/editor/outline/changes.ts'
import styles from './tree.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly courseId: CourseId
  readonly change: Editing['change']
}

export function AddModule({ courseId, change }: Props) {
  const [title, setTitle] = useState('')
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = title.trim()
        if (!wanted) return
        change(() => addModule(courseId, wanted))
        setTitle('')
      }}
    >
      <TextInput
        aria-label={words.newModule}
        placeholder={words.nextModule}
        required
        maxLength={lessonLimits.title}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {words.addModule}
      </Button>
    </form>
  )
}
