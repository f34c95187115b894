import { Button, NativeSelect, TextInput } from '@mantine/core'
import { memo, useState } from 'react'
import type { BodyInput } from '#contract/http/route'
import type { LessonKind } from '#contract/lessons/kinds/index'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { routes as declared } from '#contract/routes'
import type { AssetCard } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import type { Editing } from '#web/courses/use-draft.ts'
import { isLessonKind, offeredKinds } from '#web/lessons/editor/kinds/index.ts'
import { words as kinds } from '#web/lessons/kinds/words/en.ts'
import { DeleteButton } from '#web/ui/delete-button.tsx'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { TitleField } from '#web/ui/fields/title-field.tsx'
import layout from '#web/ui/layout.module.css'
import { LessonItem } from './lesson-item.tsx'
import { MoveButtons } from './move-buttons.tsx'
import styles from './outline.module.css'
import { followedBy } from './outline-order.ts'
import { words } from './words/en.ts'

interface Props {
  readonly modules: DraftOutline
  readonly at: number
  /** How many lessons to show, of more; all by default. */
  readonly most?: number | undefined
  readonly assets: readonly AssetCard[]
  readonly editing: Editing
  /** Whether the course is too long to show all fields from the start. */
  readonly isLong: boolean
}

/** Of a long course: as many as a screen shows. */
const FIRST_WHOLE = 3

export const ModuleCard = memo(function ModuleCard({
  modules,
  at,
  most,
  assets,
  editing,
  isLong,
}: Props) {
  const module = modules[at]
  if (!module) return null
  const { courseId, id: moduleId } = module
  const params = { courseId, moduleId }
  const { change, save } = editing
  const update = (body: BodyInput<(typeof declared)['updateModule']>) =>
    call(routes.updateModule, { params, body })
  const move = (to: number) => change(() => update({ after: followedBy(modules, at, to) }))
  return (
    <section className={layout.panel} aria-label={module.title}>
      <div className={layout.titleRow}>
        <TitleField
          label={words.moduleTitle}
          maxLength={lessonLimits.title}
          {...draftField(module, 'title', (title, revision) =>
            save(() => update({ title, revision })),
          )}
        />
        <span className={styles.tools}>
          <MoveButtons what={module.title} at={at} length={modules.length} move={move} />
          <DeleteButton
            label={words.removeModule(module.title)}
            question={words.removeModuleAsked(<bdi key="title">{module.title}</bdi>)}
            onDelete={() => change(() => call(routes.deleteModule, { params }))}
          />
        </span>
      </div>
      <ol className={styles.lessons}>
        {module.lessons.slice(0, most).map((lesson, index) => (
          <LessonItem
            key={lesson.id}
            lessons={module.lessons}
            lesson={lesson}
            at={index}
            whole={!isLong || (at === 0 && index < FIRST_WHOLE)}
            assets={assets}
            editing={editing}
          />
        ))}
      </ol>
      <AddLesson
        add={(title, kind) =>
          change(() => call(routes.createLesson, { params, body: { kind, title } }))
        }
      />
    </section>
  )
})

function AddLesson({ add }: { add: (title: string, kind: LessonKind) => void }) {
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState(offeredKinds[0])
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault()
        if (!title.trim() || !kind) return
        add(title.trim(), kind)
        setTitle('')
      }}
    >
      <TextInput
        aria-label={words.newLesson}
        placeholder={words.nextLesson}
        required
        maxLength={lessonLimits.title}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
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
  )
}
