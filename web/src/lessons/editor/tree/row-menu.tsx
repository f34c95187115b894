import { Menu } from '@mantine/core'
import type { Command } from './commands.ts'
import styles from './tree.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly title: string
  readonly isLesson: boolean
  readonly isChosen: boolean
  readonly takesFiles: boolean
  /** How many it is about. */
  readonly count: number
  readonly run: (command: Command) => void
  readonly close: () => void
}

/** What can be done with a line, or with all that are chosen; loaded when it is first wanted. */
export default function RowMenu({ title, isLesson, isChosen, takesFiles, ...props }: Props) {
  const { count, run, close } = props
  const item = (command: Command, keys?: string) => (
    <Menu.Item
      color={command === 'remove' ? 'var(--danger)' : undefined}
      rightSection={keys && <kbd className="quiet">{keys}</kbd>}
      onClick={() => run(command)}
    >
      {words.commands[command]}
    </Menu.Item>
  )
  return (
    <Menu
      defaultOpened
      position="bottom-end"
      width={240}
      onClose={close}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={styles.menuButton} aria-label={words.actionsFor(title)} />
      </Menu.Target>
      <Menu.Dropdown>
        {count > 1 && <Menu.Label>{words.chosen(count)}</Menu.Label>}
        {count === 1 && isLesson && item('open', words.enterKey)}
        {count === 1 && item('rename', words.renameKey)}
        {item('up', words.upKey)}
        {item('down', words.downKey)}
        {item('moveTo')}
        {count === 1 && item('rules')}
        {item('copy')}
        {item(isChosen ? 'leaveOut' : 'choose', words.space)}
        {count === 1 && takesFiles && item('addFiles')}
        <Menu.Divider />
        {item('remove', words.deleteKey)}
      </Menu.Dropdown>
    </Menu>
  )
}
