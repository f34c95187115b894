import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AssetCard } from '#contract/models/asset'
import type { DraftOutline } from '#contract/models/lesson'
import type { BodyInput } from '#contract/route'
import type { routes as declared } from '#contract/routes'
import { call, routes } from '../api/client.ts'
import { DeleteButton } from './delete-button.tsx'
import { draftField } from './fields/draft-field.ts'
import { TitleField } from './fields/title-field.tsx'
import { LessonRow } from './lesson-row.tsx'
import { followedBy } from './outline-order.ts'
import type { Editing } from './use-draft.ts'

interface Props {
  readonly modules: DraftOutline
  readonly at: number
  readonly assets: readonly AssetCard[]
  readonly editing: Editing
}

export function ModuleCard({ modules, at, assets, editing }: Props) {
  const module = modules[at]
  if (!module) return null
  const { courseId, id: moduleId } = module
  const params = { courseId, moduleId }
  const { change, save } = editing
  const update = (body: BodyInput<(typeof declared)['updateModule']>) =>
    call(routes.updateModule, { params, body })
  const move = (to: number) => change(() => update({ after: followedBy(modules, at, to) }))
  return (
    <section className="panel" aria-label={module.title}>
      <div className="title-row">
        <TitleField
          label="Title of module"
          maxLength={200}
          {...draftField(module, 'title', (title, revision) =>
            save(() => update({ title, revision })),
          )}
        />
        <span className="row-tools">
          <MoveButtons what={module.title} at={at} length={modules.length} move={move} />
          <DeleteButton
            what={`module “${module.title}”`}
            onDelete={() => change(() => call(routes.deleteModule, { params }))}
          />
        </span>
      </div>
      <ol className="lessons">
        {module.lessons.map((lesson, index) => (
          <LessonRow
            key={lesson.id}
            lessons={module.lessons}
            lesson={lesson}
            at={index}
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
}

interface MoveProps {
  readonly what: string
  readonly at: number
  readonly length: number
  readonly move: (to: number) => void
}

export function MoveButtons({ what, at, length, move }: MoveProps) {
  const button = (label: string, text: string, to: number) => (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      aria-label={`Move ${what} ${label}`}
      disabled={to < 0 || to >= length}
      onClick={() => move(to)}
    >
      {text}
    </Button>
  )
  return (
    <>
      {button('up', '↑', at - 1)}
      {button('down', '↓', at + 1)}
    </>
  )
}

function AddLesson({ add }: { add: (title: string, kind: 'video' | 'article') => void }) {
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<'video' | 'article'>('video')
  return (
    <form
      className="adding"
      onSubmit={(event) => {
        event.preventDefault()
        if (!title.trim()) return
        add(title.trim(), kind)
        setTitle('')
      }}
    >
      <TextInput
        aria-label="New lesson title"
        placeholder="Title of the next lesson"
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label="Kind of lesson"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value === 'video' ? 'video' : 'article')}
        data={[
          { value: 'video', label: 'Video' },
          { value: 'article', label: 'Article' },
        ]}
      />
      <Button type="submit" variant="default">
        Add lesson
      </Button>
    </form>
  )
}
