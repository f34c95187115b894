import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { IMAGE_TYPES } from '#contract/files/types'
import type { CourseId } from '#contract/platform/ids'
import article from '#web/articles/article.module.css'
import code from '#web/articles/code.module.css'
import styles from './article-editor.module.css'
import { type Asked, answer, askedOf, describe } from './ask.ts'
import { AskDialog } from './ask-dialog.tsx'
import { figureDesk } from './figures/desk.ts'
import { FigureDialog } from './figures/figure-dialog.tsx'
import { insertPictures, picturesIn, selectFigure, settleFigures } from './figures/figure-node.ts'
import { takenPictures } from './figures/taken-pictures.ts'
import type { FilmDesk } from './films/desk.ts'
import { insertFilm } from './films/film-node.ts'
import { insertables, insertablesOfWords } from './insertable.ts'
import { MarkdownDialog } from './markdown-dialog.tsx'
import { documentIn } from './model/article-text.ts'
import { ASK } from './model/ask-event.ts'
import { fromEditor } from './model/from-editor.ts'
import { ofWords } from './model/of-words.ts'
import { toEditor } from './model/to-editor.ts'
import { cleanPaste } from './schema/clean-paste.ts'
import { extensionsOfWords, extensionsWith } from './schema/extensions.ts'
import { SlashMenu, slashExtension, slashState } from './slash-menu.tsx'
import { Toolbar } from './toolbar.tsx'
import { words } from './words/en.ts'

interface Props {
  readonly courseId: CourseId
  /** Null: of words alone, without pictures, videos and notes. */
  readonly films: FilmDesk | null
  readonly label: string
  /** As `articleText` writes it. */
  readonly text: string
  readonly type: (text: string) => void
  readonly leave: () => void
}

/** Where an article is written. What comes from elsewhere replaces what it shows, and the cursor stays about where it was. */
export function ArticleEditor({ courseId, films, label, text, type, leave }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const [isMarkdown, setMarkdown] = useState(false)
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [slash] = useState(slashState)
  const offered = films ? insertables : insertablesOfWords
  const shown = useRef(text)
  const onWrite = useEffectEvent((written: string) => {
    shown.current = written
    type(written)
  })
  const onLeave = useEffectEvent(leave)
  const ask = (asked: Asked) => {
    if (asked.kind === 'images') chooser.current?.click()
    else if (asked.kind === 'videos')
      films?.choose(null, (assetId) => void insertFilm(editor, assetId))
    else setAsked(asked)
  }
  const [desk] = useState(() => figureDesk(courseId))
  /** Sends pictures from where they are put; of a single one it asks what it shows. */
  const take = (files: readonly File[], at?: number) => {
    const [sending, more] = insertPictures(editor, desk, files, at)
    if (!sending || more) return
    selectFigure(editor, sending)
    setAsked(askedOf(editor))
  }
  const onTake = useEffectEvent(take)
  const editor = useEditor({
    extensions: [
      ...(films ? extensionsWith(desk, films) : extensionsOfWords()),
      slashExtension(slash, offered, (item, of) => item.run(of, ask)),
    ],
    content: toEditor(documentIn(text)),
    editorProps: {
      attributes: {
        class: `${article.prose} ${code.code} ${styles.text}`,
        ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, dir: 'auto' },
      },
      transformPastedHTML: cleanPaste,
      ...(films && takenPictures((files, at) => onTake(files, at))),
    },
    onBlur: () => onLeave(),
    onUpdate: ({ editor }) => onWrite(JSON.stringify(fromEditor(editor.getJSON()))),
  })
  useEffect(
    () => desk.receive((sending, file) => settleFigures(editor, sending, file)),
    [editor, desk],
  )
  useEffect(() => {
    if (text === shown.current) return
    shown.current = text
    const { from, to } = editor.state.selection
    editor.commands.setContent(toEditor(documentIn(text)), { emitUpdate: false })
    const end = editor.state.doc.content.size
    editor.commands.setTextSelection({ from: Math.min(from, end), to: Math.min(to, end) })
  }, [editor, text])
  useEffect(() => {
    if (!box) return
    const ask = () => setAsked(askedOf(editor))
    const onKey = (event: KeyboardEvent) => {
      const isSelected = event.key === 'Enter' && askedOf(editor)
      const isLink = event.key === 'k' && (event.ctrlKey || event.metaKey)
      if (!isSelected && !isLink) return
      event.preventDefault()
      event.stopPropagation()
      setAsked(isSelected || { kind: 'link', value: editor.getAttributes('link').href ?? '' })
    }
    box.addEventListener(ASK, ask)
    box.addEventListener('keydown', onKey, { capture: true })
    return () => {
      box.removeEventListener(ASK, ask)
      box.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [editor, box])
  return (
    <div className={styles.editor}>
      <Toolbar {...{ editor, label, offered, ask }} showMarkdown={() => setMarkdown(true)} />
      <div ref={setBox} className={styles.box}>
        <EditorContent editor={editor} />
        <SlashMenu editor={editor} slash={slash} box={box} />
      </div>
      <input
        ref={chooser}
        hidden
        multiple
        type="file"
        accept={IMAGE_TYPES.join()}
        aria-label={words.chooseImages}
        onChange={({ currentTarget }) => {
          take(picturesIn(currentTarget.files))
          currentTarget.value = ''
        }}
      />
      {asked?.kind === 'figure' && (
        <FigureDialog
          figure={asked.figure}
          close={() => {
            setAsked(null)
            editor.commands.focus()
          }}
          apply={(said) => {
            setAsked(null)
            describe(editor, said)
          }}
          remove={() => {
            setAsked(null)
            editor.chain().focus().deleteSelection().run()
          }}
        />
      )}
      {asked && asked.kind !== 'figure' && asked.kind !== 'images' && asked.kind !== 'videos' && (
        <AskDialog
          asked={asked}
          close={() => {
            setAsked(null)
            editor.commands.focus()
          }}
          answer={(value) => {
            setAsked(null)
            answer(editor, asked, value)
          }}
        />
      )}
      {isMarkdown && (
        <MarkdownDialog
          label={label}
          document={fromEditor(editor.getJSON())}
          close={() => setMarkdown(false)}
          apply={(document) => {
            setMarkdown(false)
            editor
              .chain()
              .setContent(toEditor(films ? document : ofWords(document)))
              .focus()
              .run()
          }}
        />
      )}
    </div>
  )
}
