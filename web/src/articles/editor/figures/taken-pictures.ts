import type { EditorProps } from '@tiptap/pm/view'
import { picturesIn } from './figure-node.ts'

type Take = (files: readonly File[], at?: number) => void

/** Pictures that are pasted or dropped. What brings words, too, as Word and spreadsheets do, is taken by its words. */
export const takenPictures = (take: Take): Pick<EditorProps, 'handlePaste' | 'handleDrop'> => ({
  handlePaste: (_, { clipboardData }) => {
    const files = picturesIn(clipboardData?.files)
    if (files.length === 0 || hasWords(clipboardData?.getData('text/html') ?? '')) return false
    take(files)
    return true
  },
  handleDrop: (view, event, _slice, isMove) => {
    const files = isMove ? [] : picturesIn(event.dataTransfer?.files)
    if (files.length === 0) return false
    event.preventDefault()
    take(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos)
    return true
  },
})

/** A picture copied from a page comes with the element that showed it, and no more. */
const hasWords = (html: string) =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() !== ''
