import { Modal } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Command, matchCommands } from '#web/ui/match-commands.ts'
import styles from './palette.module.css'
import { useCommands } from './use-commands.ts'
import { words } from './words/en.ts'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Finds lessons, courses and actions by what is typed; arrows choose, Enter goes, Escape closes. */
export default function Palette({ opened, onClose }: Props) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      padding={0}
      yOffset="12vh"
      size="lg"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={words.title}>
        <Modal.Body>
          <Finder opened={opened} onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Finder({ opened, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const base = useId()
  const found = matchCommands(useCommands(opened), typed)
  const at = Math.min(chosen, found.length - 1)
  const idOf = (index: number) => `${base}-${index}`

  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step && found.length > 0) setChosen((at + step + found.length) % found.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.palette}>
      <input
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${base}-list`}
        aria-activedescendant={found.length > 0 ? idOf(at) : undefined}
        aria-label={words.search}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${base}-list`} role="listbox" aria-label={words.found} tabIndex={-1}>
        {found.map((command, index) => (
          <Choice
            key={`${command.group}/${command.id}`}
            id={idOf(index)}
            command={command}
            heading={command.group !== found[index - 1]?.group}
            chosen={index === at}
            onChoose={() => run(command)}
            onPoint={() => setChosen(index)}
          />
        ))}
      </div>
      <p className="quiet" role="status">
        {found.length === 0 && words.nothing}
      </p>
    </div>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly command: Command
  readonly heading: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onPoint: () => void
}

function Choice({ id, command, heading, chosen, onChoose, onPoint }: ChoiceProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <>
      {heading && (
        <div className={styles.group} role="presentation">
          {command.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the input, whose keys choose */}
      <div
        ref={row}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        onClick={onChoose}
        onPointerMove={onPoint}
      >
        <bdi>{command.label}</bdi>
        {command.hint && <bdi className="quiet">{command.hint}</bdi>}
      </div>
    </>
  )
}
