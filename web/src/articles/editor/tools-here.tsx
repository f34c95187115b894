import { Button, Menu, NativeSelect } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { calloutTones } from '#contract/articles/tree'
import { languageNames } from '#web/articles/parts/languages.ts'
import { words as shown } from '#web/articles/words/en.ts'
import { words } from './words/en.ts'

/** What there is to say of the table, the code or the callout that one writes in. */
export function ToolsHere({ editor }: { editor: Editor }) {
  const here = useEditorState({
    editor,
    selector: ({ editor }) => ({
      table: editor.isActive('table'),
      language: editor.isActive('codeBlock')
        ? String(editor.getAttributes('codeBlock').language ?? '')
        : null,
      tone: editor.isActive('callout') ? String(editor.getAttributes('callout').tone) : null,
    }),
  })
  return (
    <>
      {here.table && <TableTools editor={editor} />}
      {here.language !== null && (
        <NativeSelect
          size="xs"
          aria-label={words.codeLanguage}
          value={here.language}
          data={[
            { value: '', label: words.plainText },
            ...Object.entries(languageNames).map(([value, label]) => ({ value, label })),
            ...(here.language === '' || here.language in languageNames
              ? []
              : [{ value: here.language, label: here.language }]),
          ]}
          onChange={(event) =>
            editor
              .chain()
              .updateAttributes('codeBlock', { language: event.currentTarget.value || null })
              .run()
          }
        />
      )}
      {here.tone !== null && (
        <NativeSelect
          size="xs"
          aria-label={words.tone}
          value={here.tone}
          data={calloutTones.map((value) => ({ value, label: shown.tones[value] }))}
          onChange={(event) =>
            editor.chain().updateAttributes('callout', { tone: event.currentTarget.value }).run()
          }
        />
      )}
    </>
  )
}

function TableTools({ editor }: { editor: Editor }) {
  const tools = [
    [words.table.rowBelow, () => editor.chain().focus().addRowAfter().run()],
    [words.table.columnAfter, () => editor.chain().focus().addColumnAfter().run()],
    [words.table.removeRow, () => editor.chain().focus().deleteRow().run()],
    [words.table.removeColumn, () => editor.chain().focus().deleteColumn().run()],
    [words.table.remove, () => editor.chain().focus().deleteTable().run()],
  ] as const
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <Button variant="light" size="compact-md">
          {words.tableTools}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {tools.map(([tool, run]) => (
          <Menu.Item key={tool} onClick={run}>
            {tool}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
