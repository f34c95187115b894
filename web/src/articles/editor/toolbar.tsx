import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconMarkdown,
  IconPlus,
  IconStrikethrough,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { KeyboardEvent } from 'react'
import styles from './article-editor.module.css'
import type { Asked } from './ask.ts'
import type { Insertable } from './insertable.ts'
import { ToolsHere } from './tools-here.tsx'
import { words } from './words/en.ts'

interface Props {
  readonly editor: Editor
  readonly label: string
  readonly offered: readonly Insertable[]
  readonly ask: (asked: Asked) => void
  readonly showMarkdown: () => void
}

/** One stop for Tab; arrows go along it. */
export function Toolbar({ editor, label, offered, ask, showMarkdown }: Props) {
  const is = useEditorState({
    editor,
    selector: ({ editor }) => ({
      level: [2, 3, 4].find((level) => editor.isActive('heading', { level })) ?? 0,
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      strike: editor.isActive('strike'),
      code: editor.isActive('code'),
      link: editor.isActive('link'),
      undo: editor.can().undo(),
      redo: editor.can().redo(),
    }),
  })
  const style = is.level ? words.heading(is.level - 1) : words.paragraph
  return (
    <div
      className={styles.toolbar}
      role="toolbar"
      aria-label={words.toolbar(label)}
      aria-orientation="horizontal"
      onKeyDown={alongBar}
      ref={oneStop}
    >
      <Menu position="bottom-start" returnFocus>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            aria-label={`${words.style}: ${style}`}
          >
            {style}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => editor.chain().focus().setParagraph().run()}>
            {words.paragraph}
          </Menu.Item>
          {([2, 3, 4] as const).map((level) => (
            <Menu.Item
              key={level}
              onClick={() => editor.chain().focus().setNode('heading', { level }).run()}
            >
              {words.heading(level - 1)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {MARKS.map(({ mark, Icon }) => (
        <Tool
          key={mark}
          name={words.marks[mark]}
          Icon={Icon}
          isPressed={is[mark]}
          act={() => editor.chain().focus().toggleMark(mark).run()}
        />
      ))}
      <Tool
        name={words.link}
        Icon={IconLink}
        isPressed={is.link}
        act={() => ask({ kind: 'link', value: editor.getAttributes('link').href ?? '' })}
      />
      <Menu position="bottom-start" returnFocus>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
          >
            {words.insert}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          {offered.map(({ id, Icon, run }) => (
            <Menu.Item
              key={id}
              leftSection={<Icon size={18} aria-hidden="true" />}
              onClick={() => run(editor, ask)}
            >
              {words.blocks[id]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ToolsHere editor={editor} />
      <span className={styles.end}>
        <Tool
          name={words.undo}
          Icon={IconArrowBackUp}
          isDisabled={!is.undo}
          act={() => editor.chain().focus().undo().run()}
        />
        <Tool
          name={words.redo}
          Icon={IconArrowForwardUp}
          isDisabled={!is.redo}
          act={() => editor.chain().focus().redo().run()}
        />
        <Tool name={words.markdown} Icon={IconMarkdown} act={showMarkdown} />
      </span>
    </div>
  )
}

const MARKS = [
  { mark: 'bold', Icon: IconBold },
  { mark: 'italic', Icon: IconItalic },
  { mark: 'strike', Icon: IconStrikethrough },
  { mark: 'code', Icon: IconCode },
] as const

const toolsIn = (bar: Element) => [...bar.querySelectorAll<HTMLElement>('button, select')]

/** The first can be reached by Tab until another is; a tool that comes later is reached along the bar. */
function oneStop(bar: HTMLElement | null) {
  if (!bar) return
  const set = () => {
    const tools = toolsIn(bar)
    const stop = tools.find((tool) => tool === document.activeElement) ?? tools[0]
    for (const tool of tools) {
      const tabIndex = tool === stop ? 0 : -1
      if (tool.tabIndex !== tabIndex) tool.tabIndex = tabIndex
    }
  }
  set()
  bar.addEventListener('focusin', set)
  const watch = new MutationObserver(set)
  watch.observe(bar, { childList: true, subtree: true })
  return () => {
    bar.removeEventListener('focusin', set)
    watch.disconnect()
  }
}

function alongBar(event: KeyboardEvent<HTMLElement>) {
  const bar = event.currentTarget
  if (!(event.target instanceof HTMLButtonElement) || !bar.contains(event.target)) return
  const tools = toolsIn(bar)
  const at = tools.indexOf(event.target)
  const forward = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
  const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: tools.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  tools[(to + tools.length) % tools.length]?.focus()
}

interface ToolProps {
  readonly name: string
  readonly Icon: typeof IconLink
  readonly isPressed?: boolean
  readonly isDisabled?: boolean
  readonly act: () => void
}

const Tool = ({ name, Icon, isPressed, isDisabled, act }: ToolProps) => (
  <ActionIcon
    variant={isPressed ? 'light' : 'subtle'}
    color={isPressed ? undefined : 'gray'}
    aria-label={name}
    title={name}
    aria-pressed={isPressed}
    aria-disabled={isDisabled}
    onClick={act}
  >
    <Icon size={18} aria-hidden="true" />
  </ActionIcon>
)
