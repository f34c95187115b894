import type { NodeViewRenderer } from '@tiptap/core'
import { wordsOf } from '#contract/articles/search-text'
import { ASK } from '#web/articles/editor/model/ask-event.ts'
import { words } from '#web/articles/editor/words/en.ts'
import { formulas } from '#web/articles/formula.tsx'
import styles from './nodes.module.css'

const askOn = (dom: HTMLElement) =>
  dom.addEventListener('dblclick', () => dom.dispatchEvent(new Event(ASK, { bubbles: true })))

/** A formula as its readers see it. */
export const formulaView: NodeViewRenderer = ({ node }) => {
  const isBlock = node.type.name === 'mathBlock'
  const dom = document.createElement(isBlock ? 'div' : 'span')
  dom.className = (isBlock ? styles.mathBlock : styles.math) ?? ''
  dom.dataset.tex = node.attrs.value
  const box = dom.appendChild(document.createElement('span'))
  box.textContent = node.attrs.value
  void formulas.load().then(() => formulas.code()?.(node.attrs.value, box, isBlock))
  askOn(dom)
  return { dom, ignoreMutation: () => true }
}

/** A footnote's number by where it stands, and its words for whoever points at it. */
export const noteView: NodeViewRenderer = ({ node }) => {
  const dom = document.createElement('sup')
  dom.className = styles.note ?? ''
  const text = wordsOf(node.attrs.parts)
  dom.title = text
  dom.setAttribute('role', 'img')
  dom.setAttribute('aria-label', words.footnoteOf(text))
  askOn(dom)
  return { dom, ignoreMutation: () => true }
}

export const pictureView: NodeViewRenderer = ({ node }) => {
  const { src, alt } = node.attrs
  const dom = document.createElement('span')
  dom.className = styles.picture ?? ''
  if (src.startsWith('/')) {
    const image = dom.appendChild(document.createElement('img'))
    image.src = src
    image.alt = alt
  } else dom.textContent = alt || src
  return { dom, ignoreMutation: () => true }
}
