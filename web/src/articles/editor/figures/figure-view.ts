import type { NodeViewRendererProps } from '@tiptap/core'
import { wordsOf } from '#contract/articles/search-text'
import { imageName } from '#contract/files/image-name'
import { ASK } from '#web/articles/editor/model/ask-event.ts'
import { words } from '#web/articles/editor/words/en.ts'
import type { FigureDesk } from './desk.ts'
import styles from './figures.module.css'

type Attributes = NodeViewRendererProps['node']['attrs']

/** A picture in the editor: as its readers see it, how far it is, and whether somebody has said what it shows. */
export function figureView(
  { node, editor, getPos }: NodeViewRendererProps,
  desk: FigureDesk | null,
) {
  const dom = document.createElement('figure')
  dom.className = styles.figure ?? ''
  dom.contentEditable = 'false'
  const image = dom.appendChild(document.createElement('img'))
  const state = dom.appendChild(document.createElement('p'))
  const caption = dom.appendChild(document.createElement('figcaption'))
  caption.dir = 'auto'
  let attributes: Attributes = node.attrs
  const select = () => {
    const at = getPos()
    if (at !== undefined) editor.commands.setNodeSelection(at)
  }
  const button = (text: string, act: () => void) => {
    const one = document.createElement('button')
    one.type = 'button'
    one.textContent = text
    one.addEventListener('click', act)
    return one
  }
  const ask = () => {
    select()
    dom.dispatchEvent(new Event(ASK, { bubbles: true }))
  }
  const show = () => {
    const { fileId, sending, width, height, widths, alt, decorative } = attributes
    const way = sending ? desk?.get(sending) : undefined
    const source = fileId
      ? `${desk?.folderOf(fileId) ?? ''}${imageName(widths.at(-1) ?? width, 'jpg')}`
      : (way?.preview ?? '')
    // A picture that is shown from this machine stays until the page is left: nothing flickers.
    if (!(fileId && image.src.startsWith('blob:')) && image.getAttribute('src') !== source)
      image.src = source
    if (width) Object.assign(image, { width, height })
    image.alt = alt
    caption.textContent = wordsOf(attributes.caption)
    caption.hidden = caption.textContent === ''
    const told = [said(alt, decorative), button(words.figure.describe, ask)]
    if (way?.problem)
      state.replaceChildren(
        `${words.figure.notSent(way.name)} ${way.problem} `,
        button(words.figure.again, () => desk?.again(sending)),
      )
    else if (sending && !way) state.replaceChildren(words.figure.lost)
    else if (sending)
      state.replaceChildren(words.figure.sending(Math.round((way?.share ?? 0) * 100)), ...told)
    else state.replaceChildren(...told)
    state.dataset.state =
      way?.problem || (sending && !way) ? 'problem' : alt || decorative ? '' : 'asks'
  }
  image.addEventListener('error', () => {
    if (!attributes.fileId) return
    state.dataset.state = 'problem'
    state.replaceChildren(words.figure.elsewhere)
  })
  image.addEventListener('dblclick', ask)
  const stop = desk?.watch(show)
  show()
  return {
    dom,
    update: (next: NodeViewRendererProps['node']) => {
      if (next.type.name !== 'figure') return false
      attributes = next.attrs
      show()
      return true
    },
    ignoreMutation: () => true,
    stopEvent: (event: Event) => event.target instanceof HTMLButtonElement,
    destroy: () => stop?.(),
  }
}

const said = (alt: string, decorative: boolean) => {
  if (decorative) return `${words.figure.decorative} `
  return `${alt ? words.figure.saysOf(alt) : words.figure.undescribed} `
}
