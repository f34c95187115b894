import { mergeAttributes, Node, nodeInputRule } from '@tiptap/core'
import { calloutTones } from '#contract/articles/tree'
import article from '#web/articles/article.module.css'
import { words as shown } from '#web/articles/words/en.ts'
import { formulaView, noteView, pictureView } from './node-views.ts'

/** A callout holds blocks; what it is about stands before them. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ tone: { default: 'note' } }),
  parseHTML: () =>
    calloutTones.map((tone) => ({ tag: `div[data-callout="${tone}"]`, attrs: { tone } })),
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, {
      class: article.callout ?? '',
      'data-callout': node.attrs.tone,
      'data-tone': node.attrs.tone,
    }),
    0,
  ],
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('div')
      dom.className = article.callout ?? ''
      dom.dataset.callout = node.attrs.tone
      dom.dataset.tone = node.attrs.tone
      const tone = dom.appendChild(document.createElement('p'))
      tone.className = article.tone ?? ''
      tone.contentEditable = 'false'
      const named = calloutTones.find((one) => one === node.attrs.tone) ?? 'note'
      tone.textContent = shown.tones[named]
      const contentDOM = dom.appendChild(document.createElement('div'))
      return { dom, contentDOM }
    }
  },
})

/** A formula in a line. `$x$` makes one as soon as it is written. */
export const InlineMath = Node.create({
  name: 'inlineMath',
  ...{ group: 'inline', inline: true, atom: true },
  addAttributes: () => ({ value: { default: '' } }),
  parseHTML: () => [{ tag: 'span[data-tex]', getAttrs: (from) => ({ value: from.dataset.tex }) }],
  renderHTML: ({ node }) => ['span', { 'data-tex': node.attrs.value }, `$${node.attrs.value}$`],
  renderText: ({ node }) => `$${node.attrs.value}$`,
  addNodeView: () => formulaView,
  addInputRules() {
    return [
      nodeInputRule({
        find: /(?:^|[\s(])(\$([^\s$](?:[^$]*[^\s$\\])?)\$)$/,
        type: this.type,
        getAttributes: ([, , value]) => ({ value }),
      }),
    ]
  },
})

/** A formula in lines of its own. */
export const MathBlock = Node.create({
  name: 'mathBlock',
  ...{ group: 'block', atom: true },
  addAttributes: () => ({ value: { default: '' } }),
  parseHTML: () => [{ tag: 'div[data-tex]', getAttrs: (from) => ({ value: from.dataset.tex }) }],
  renderHTML: ({ node }) => ['div', { 'data-tex': node.attrs.value }, `$$${node.attrs.value}$$`],
  renderText: ({ node }) => `$$\n${node.attrs.value}\n$$`,
  addNodeView: () => formulaView,
})

/** A footnote's mark, with its words. */
export const Footnote = Node.create({
  name: 'footnote',
  ...{ group: 'inline', inline: true, atom: true },
  addAttributes: () => ({ parts: { default: [] } }),
  parseHTML: () => [
    {
      tag: 'sup[data-note]',
      getAttrs: (from) => ({ parts: [{ type: 'text', value: from.dataset.note ?? '' }] }),
    },
  ],
  renderHTML: ({ node }) => ['sup', { 'data-note': noteWords(node.attrs.parts) }, '*'],
  addNodeView: () => noteView,
})

const noteWords = (parts: unknown) =>
  Array.isArray(parts)
    ? parts.map((part) => (typeof part?.value === 'string' ? part.value : '')).join('')
    : ''

/** A picture that an article brought along: it stays where it is. */
export const Picture = Node.create({
  name: 'image',
  ...{ group: 'inline', inline: true, atom: true },
  addAttributes: () => ({
    src: { default: '' },
    alt: { default: '' },
    title: { default: null },
  }),
  renderHTML: ({ node }) => ['span', { 'data-picture': '' }, node.attrs.alt],
  addNodeView: () => pictureView,
})
