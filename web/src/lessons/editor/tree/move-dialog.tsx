import { Button, Modal, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { ItemId, Place } from '#web/lessons/editor/outline/order.ts'
import layout from '#web/ui/layout.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly outline: DraftOutline
  /** Of one kind. */
  readonly ids: ReadonlySet<ItemId>
  readonly move: (place: Place) => void
  readonly close: () => void
}

const FIRST = 'first'

/** Where chosen modules or lessons go, by name: for who drags nothing. */
export default function MoveDialog({ outline, ids, move, close }: Props) {
  const isOfModules = outline.some(({ id }) => ids.has(id))
  const holding = outline.find(({ lessons }) => lessons.some(({ id }) => ids.has(id)))
  const [moduleId, setModuleId] = useState(holding?.id ?? outline[0]?.id)
  const module = outline.find(({ id }) => id === moduleId)
  const items = isOfModules ? outline : (module?.lessons ?? [])
  const others = items.filter(({ id }) => !ids.has(id))
  const [chosen, setAfter] = useState<string | null>(null)
  const after = chosen ?? others.at(-1)?.id ?? FIRST
  const submit = () => {
    const place = isOfModules
      ? { moduleId: null, after: outline.find(({ id }) => id === after)?.id ?? null }
      : module && {
          moduleId: module.id,
          after: module.lessons.find(({ id }) => id === after)?.id ?? null,
        }
    if (place) move(place)
  }
  return (
    <Modal opened onClose={close} title={words.moveWhere}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {!isOfModules && (
          <NativeSelect
            data-autofocus
            label={words.intoModule}
            value={moduleId}
            data={outline.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={({ currentTarget: { value } }) => {
              setModuleId(outline.find(({ id }) => id === value)?.id)
              setAfter(null)
            }}
          />
        )}
        <NativeSelect
          label={words.behind}
          value={after}
          data={[
            { value: FIRST, label: words.first },
            ...others.map(({ id, title }) => ({ value: id as string, label: words.after(title) })),
          ]}
          onChange={({ currentTarget }) => setAfter(currentTarget.value)}
        />
        <div className={layout.actions}>
          <Button type="submit">{words.move}</Button>
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
