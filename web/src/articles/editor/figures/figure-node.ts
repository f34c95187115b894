import { type Editor, isNodeSelection, Node } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import type { CourseFile } from '#contract/files/file'
import { isId } from '#contract/platform/id-form'
import type { FigureDesk } from './desk.ts'
import { figureView } from './figure-view.ts'

/** A picture of the course's files; while it is sent it has no file yet, and is no part of what is saved. */
export const Figure = Node.create<{ desk: FigureDesk | null }>({
  name: 'figure',
  ...{ group: 'block', atom: true, draggable: true },
  addOptions: () => ({ desk: null }),
  addAttributes: () => ({
    fileId: { default: null },
    /** By which the desk knows it while it is on its way. */
    sending: { default: null },
    width: { default: 0 },
    height: { default: 0 },
    widths: { default: [] },
    alt: { default: '' },
    decorative: { default: false },
    caption: { default: [] },
  }),
  parseHTML: () => [
    { tag: 'figure[data-figure]', getAttrs: (from) => readAttributes(from.dataset.figure ?? '') },
  ],
  renderHTML: ({ node }) => ['figure', { 'data-figure': JSON.stringify(node.attrs) }],
  addNodeView() {
    return (props) => figureView(props, this.options.desk)
  },
})

/** Of a figure that was copied; false of what is none. */
function readAttributes(text: string): Record<string, unknown> | false {
  try {
    const attributes: unknown = JSON.parse(text)
    if (typeof attributes !== 'object' || attributes === null) return false
    const { fileId, sending } = attributes as Record<string, unknown>
    const isOurs = typeof fileId === 'string' && isId('fil', fileId)
    return isOurs || typeof sending === 'string' ? { ...attributes } : false
  } catch {
    return false
  }
}

/** Pictures of what was pasted, dropped or chosen. */
export const picturesIn = (files: Iterable<File> | null | undefined): File[] =>
  [...(files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** Puts pictures where the selection is, or at a place, each below the one before, and sends them. */
export function insertPictures(
  editor: Editor,
  desk: FigureDesk,
  files: readonly File[],
  at?: number,
) {
  const figures = files.map((file) => ({ type: 'figure', attrs: { sending: desk.send(file) } }))
  const chain = editor.chain().focus()
  if (at === undefined) chain.insertContent(figures).run()
  else chain.insertContentAt(at, figures).run()
  return figures.map(({ attrs }) => attrs.sending)
}

/** Has every figure that was sent under this name be the file that came of it. */
export function settleFigures(editor: Editor, sending: string, { id, image }: CourseFile): void {
  if (editor.isDestroyed || !image) return
  const { tr, selection } = editor.state
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'figure' && node.attrs.sending === sending)
      tr.setNodeMarkup(at, undefined, { ...node.attrs, ...image, fileId: id, sending: null })
  })
  // What is selected stays so, for somebody may be describing it.
  if (isNodeSelection(selection) && selection.node.attrs.sending === sending)
    tr.setSelection(NodeSelection.create(tr.doc, selection.from))
  // Undone, it would be on its way again.
  editor.view.dispatch(tr.setMeta('addToHistory', false))
}

/** Selects the figure that was sent under this name, so that its words can be asked for. */
export function selectFigure(editor: Editor, sending: string): void {
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'figure' && node.attrs.sending === sending)
      editor.commands.setNodeSelection(at)
  })
}
