import { type Editor, Node } from '@tiptap/core'
import { isId } from '#contract/platform/id-form'
import type { AssetId } from '#contract/platform/ids'
import type { FilmDesk } from './desk.ts'
import { filmView } from './film-view.ts'

/** A video of the course's library. */
export const Film = Node.create<{ films: FilmDesk | null }>({
  name: 'video',
  ...{ group: 'block', atom: true, draggable: true },
  addOptions: () => ({ films: null }),
  addAttributes: () => ({ assetId: { default: null }, caption: { default: [] } }),
  parseHTML: () => [
    { tag: 'figure[data-video]', getAttrs: (from) => readAttributes(from.dataset.video ?? '') },
  ],
  renderHTML: ({ node }) => ['figure', { 'data-video': JSON.stringify(node.attrs) }],
  addNodeView() {
    return (props) => filmView(props, this.options.films)
  },
})

/** Of a video that was copied; false of what is none. */
function readAttributes(text: string): Record<string, unknown> | false {
  try {
    const { assetId, caption } = JSON.parse(text)
    return isId('ast', String(assetId)) && Array.isArray(caption) && { assetId, caption }
  } catch {
    return false
  }
}

/** Puts a video where the selection is. */
export const insertFilm = (editor: Editor, assetId: AssetId) =>
  editor.chain().focus().insertContent({ type: 'video', attrs: { assetId } }).run()
