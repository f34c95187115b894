import type { NodeViewRendererProps } from '@tiptap/core'
import { wordsOf } from '#contract/articles/search-text'
import { ASK } from '#web/articles/editor/model/ask-event.ts'
import { words } from '#web/articles/editor/words/en.ts'
import type { FilmDesk } from './desk.ts'
import styles from './films.module.css'

/** A video in the editor: its poster, its name, what keeps learners from it, and what can be done about it. */
export function filmView({ node, editor, getPos }: NodeViewRendererProps, films: FilmDesk | null) {
  const dom = document.createElement('figure')
  dom.className = styles.film ?? ''
  dom.contentEditable = 'false'
  const poster = dom.appendChild(document.createElement('div'))
  poster.className = styles.poster ?? ''
  const name = dom.appendChild(document.createElement('strong'))
  name.dir = 'auto'
  const state = dom.appendChild(document.createElement('p'))
  const tools = dom.appendChild(document.createElement('p'))
  const caption = dom.appendChild(document.createElement('figcaption'))
  caption.dir = 'auto'
  let { attrs } = node
  const select = () => {
    const at = getPos()
    return at !== undefined && editor.commands.setNodeSelection(at)
  }
  const button = (text: string, act: () => void) => {
    const one = document.createElement('button')
    one.type = 'button'
    one.textContent = text
    one.addEventListener('click', () => select() && act())
    return one
  }
  const ask = () => dom.dispatchEvent(new Event(ASK, { bubbles: true }))
  tools.append(
    button(words.video.caption, ask),
    button(words.video.another, () =>
      films?.choose(attrs.assetId, (assetId) => {
        if (select()) editor.chain().focus().updateAttributes('video', { assetId }).run()
      }),
    ),
    button(words.video.remove, () => editor.chain().focus().deleteSelection().run()),
  )
  const show = () => {
    const film = films?.get(attrs.assetId)
    const image = film?.posterUrl ? document.createElement('img') : null
    if (image) Object.assign(image, { src: film?.posterUrl, alt: '' })
    if (image?.src !== poster.querySelector('img')?.src)
      poster.replaceChildren(...(image ? [image] : []))
    name.textContent = film?.name ?? ''
    const problem = film ? film.problem : words.video.gone
    state.textContent = problem
    state.hidden = problem === null
    caption.textContent = wordsOf(attrs.caption)
    caption.hidden = caption.textContent === ''
  }
  const stop = films?.watch(show)
  show()
  return {
    dom,
    update: (next: NodeViewRendererProps['node']) => {
      if (next.type.name !== 'video') return false
      attrs = next.attrs
      show()
      return true
    },
    ignoreMutation: () => true,
    stopEvent: (event: Event) => event.target instanceof HTMLButtonElement,
    destroy: () => stop?.(),
  }
}
