import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { LessonKind } from '#contract/lessons/kinds/index'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { LessonId } from '#contract/platform/ids'
import type { Editing } from '#web/courses/use-draft.ts'
import { addLesson } from '#web/lessons/editor/outline/changes.ts'
import { words as kinds } from '#web/lessons/kinds/words/en.ts'
import styles from './tree.module.css'
import { words } from './words/en.ts'

const isLessonKind = (name: string): name is LessonKind => Object.hasOwn(kinds.names, name)
/** In the order in which they are offered. */
const offeredKinds = Object.keys(kinds.names).filter(isLessonKind)

interface Props {
  readonly module: DraftOutline[number]
  readonly editing: Editing
  readonly open: (id: LessonId | undefined) => void
  /** Asks for files that become lessons; undefined where none are taken. */
  readonly addFiles: (() => void) | undefined
}

/** Below a module's lessons: the way to one more, which is then open. A module without any asks for its first. */
export function AddLesson({ module, editing, open, addFiles }: Props) {
  const { courseId, id: moduleId } = module
  const [isAsked, setAsked] = useState(module.lessons.length === 0)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState(offeredKinds[0])
  const submit = () => {
    const wanted = title.trim()
    if (!wanted || !kind) return
    editing.change(async () => {
      const { id } = await addLesson({ courseId, moduleId }, { title: wanted, kind })
      open(id)
    })
    setTitle('')
    setAsked(false)
  }
  const label = words.addLessonTo(module.title)
  return (
    <tr aria-level={2} className={styles.more} data-end={module.id}>
      <td>
        {isAsked ? (
          <form
            className={styles.lessonForm}
            aria-label={label}
            onSubmit={(event) => {
              event.preventDefault()
              submit()
            }}
          >
            <TextInput
              aria-label={words.newLesson}
              placeholder={words.nextLesson}
              required
              autoFocus={module.lessons.length > 0}
              maxLength={lessonLimits.title}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              onKeyDown={({ key }) => {
                if (key === 'Escape' && module.lessons.length > 0) setAsked(false)
              }}
            />
            <NativeSelect
              aria-label={words.kind}
              value={kind}
              onChange={({ currentTarget: { value } }) => isLessonKind(value) && setKind(value)}
              data={offeredKinds.map((value) => ({ value, label: kinds.names[value] }))}
            />
            <Button type="submit" variant="default">
              {words.addLesson}
            </Button>
          </form>
        ) : (
          <Button
            {...QUIET}
            aria-label={label}
            leftSection={<IconPlus size={16} />}
            onClick={() => setAsked(true)}
          >
            {words.addLesson}
          </Button>
        )}
        {addFiles && <AddFiles label={words.addFilesTo(module.title)} onClick={addFiles} />}
      </td>
    </tr>
  )
}

const QUIET = { variant: 'subtle', color: 'gray', size: 'compact-sm' } as const

export const AddFiles = (props: { readonly label: string; readonly onClick: () => void }) => (
  <Button
    {...QUIET}
    aria-label={props.label}
    leftSection={<IconUpload size={16} />}
    onClick={props.onClick}
  >
    {words.commands.addFiles}
  </Button>
)
