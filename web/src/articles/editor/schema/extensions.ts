import { Code as CodeMark } from '@tiptap/extension-code'
import { CodeBlockLowlight } from '@tiptap/extension-code-block-lowlight'
import { BulletList, OrderedList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeHref } from '#contract/articles/safe-href'
import type { FigureDesk } from '#web/articles/editor/figures/desk.ts'
import { Figure } from '#web/articles/editor/figures/figure-node.ts'
import type { FilmDesk } from '#web/articles/editor/films/desk.ts'
import { Film } from '#web/articles/editor/films/film-node.ts'
import { words } from '#web/articles/editor/words/en.ts'
import lowlight from '#web/articles/parts/highlight.ts'
import { Callout, Footnote, InlineMath, MathBlock, Picture } from './nodes.ts'

/** An article has room between a list's items, or none; the editor hands it on. */
const spread = { spread: { default: false, rendered: false } }
/** Which side a column stands on; its header says it for all. */
const align = {
  align: {
    default: null,
    parseHTML: (cell: HTMLElement) => cell.style.textAlign || null,
    renderHTML: ({ align }: Record<string, unknown>) => (align ? { 'data-align': align } : {}),
  },
}

/** What a text of words alone holds: the nodes that it has not are no part of what is pasted into it. */
export const extensionsOfWords = () =>
  extensionsWith(null).filter(({ name }) => !['figure', 'video', 'footnote'].includes(name))

/** All that an article may hold, and nothing else: what is pasted becomes this. */
export const extensionsWith = (desk: FigureDesk | null, films: FilmDesk | null = null) => [
  Figure.configure({ desk }),
  Film.configure({ films }),
  StarterKit.configure({
    ...{ code: false, codeBlock: false, bulletList: false, orderedList: false, underline: false },
    link: {
      ...{ openOnClick: false, autolink: true, linkOnPaste: true, defaultProtocol: 'https' },
      isAllowedUri: (href) => isSafeHref(href),
      HTMLAttributes: { rel: 'noopener noreferrer', target: null },
    },
  }),
  // It goes with bold and links, as in Markdown.
  CodeMark.extend({ excludes: '' }),
  CodeBlockLowlight.configure({ lowlight, defaultLanguage: null }),
  BulletList.extend({
    addAttributes() {
      return { ...this.parent?.(), ...spread }
    },
  }),
  OrderedList.extend({
    addAttributes() {
      return { ...this.parent?.(), ...spread }
    },
  }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({
    content: 'paragraph',
    addAttributes() {
      return { ...this.parent?.(), ...align }
    },
  }),
  TableCell.extend({
    content: 'paragraph',
    addAttributes() {
      return { ...this.parent?.(), ...align }
    },
  }),
  Placeholder.configure({ placeholder: words.placeholder }),
  ...[Callout, InlineMath, MathBlock, Footnote, Picture],
]
