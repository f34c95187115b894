import {
  IconAlertCircle,
  IconCode,
  IconH2,
  IconH3,
  IconLineDashed,
  IconListDetails,
  IconListNumbers,
  IconMath,
  IconMathFunction,
  IconNote,
  IconPhoto,
  IconQuote,
  IconTable,
  IconVideo,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { Asked } from './ask.ts'
import { words } from './words/en.ts'

export interface Insertable {
  readonly id: keyof typeof words.blocks
  readonly Icon: typeof IconH2
  /** In whatever language the editor is, it is found by what Markdown's writers call it. */
  readonly also: string
  readonly run: (editor: Editor, ask: (asked: Asked) => void) => void
}

/** What the menu and the slash offer, in this order. */
export const insertables: readonly Insertable[] = [
  {
    ...{ id: 'heading', Icon: IconH2, also: 'h1 h2 #' },
    run: (editor) => editor.chain().focus().setNode('heading', { level: 2 }).run(),
  },
  {
    ...{ id: 'subheading', Icon: IconH3, also: 'h3 ##' },
    run: (editor) => editor.chain().focus().setNode('heading', { level: 3 }).run(),
  },
  {
    ...{ id: 'bullets', Icon: IconListDetails, also: 'ul -' },
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    ...{ id: 'numbers', Icon: IconListNumbers, also: 'ol 1.' },
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    ...{ id: 'quote', Icon: IconQuote, also: '> blockquote' },
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    ...{ id: 'callout', Icon: IconAlertCircle, also: 'note tip warning' },
    run: (editor) => editor.chain().focus().toggleWrap('callout', { tone: 'note' }).run(),
  },
  {
    ...{ id: 'image', Icon: IconPhoto, also: 'picture photo png jpg ![]' },
    run: (_, ask) => ask({ kind: 'images', value: '' }),
  },
  {
    ...{ id: 'video', Icon: IconVideo, also: 'film movie mp4' },
    run: (_, ask) => ask({ kind: 'videos', value: '' }),
  },
  {
    ...{ id: 'table', Icon: IconTable, also: '|' },
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3 }).run(),
  },
  {
    ...{ id: 'codeBlock', Icon: IconCode, also: '``` pre' },
    run: (editor) => editor.chain().focus().setCodeBlock().run(),
  },
  {
    ...{ id: 'formula', Icon: IconMath, also: '$ tex latex math' },
    run: (_, ask) => ask({ kind: 'formula', display: false, value: '' }),
  },
  {
    ...{ id: 'formulaBlock', Icon: IconMathFunction, also: '$$ tex latex math' },
    run: (_, ask) => ask({ kind: 'formula', display: true, value: '' }),
  },
  {
    ...{ id: 'footnote', Icon: IconNote, also: '[^1]' },
    run: (_, ask) => ask({ kind: 'footnote', value: '' }),
  },
  {
    ...{ id: 'line', Icon: IconLineDashed, also: '--- hr' },
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
]

/** What is of words alone: no pictures, no videos, and no notes, which are numbered through a whole page. */
const notOfWords: readonly Insertable['id'][] = ['image', 'video', 'footnote']
export const insertablesOfWords = insertables.filter(({ id }) => !notOfWords.includes(id))

/** By a part of their names, accents and capitals aside. */
export const findInsertables = (query: string, offered = insertables): Insertable[] => {
  const wanted = plain(query)
  return offered.filter(({ id, also }) => plain(`${words.blocks[id]} ${also}`).includes(wanted))
}
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
