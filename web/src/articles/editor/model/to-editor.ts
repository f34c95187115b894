import type { JSONContent } from '@tiptap/core'
import type { ArticleDocument } from '#contract/articles/document'
import type {
  ArticleBlock,
  ArticleInline,
  ArticleList,
  ArticleTable,
} from '#contract/articles/tree'

type Marks = NonNullable<JSONContent['marks']>

/** An article as the editor holds it. `fromEditor` makes the same article of it, but for empty paragraphs. */
export const toEditor = ({ children }: ArticleDocument): JSONContent => ({
  type: 'doc',
  content: blocks(children),
})

/** Whatever holds blocks holds one at least. */
const blocks = (all: readonly ArticleBlock[]): JSONContent[] =>
  all.length > 0 ? all.map(block) : [{ type: 'paragraph' }]

function block(one: ArticleBlock): JSONContent {
  switch (one.type) {
    case 'heading':
      return { type: 'heading', attrs: { level: one.depth }, ...line(one.children) }
    case 'paragraph':
      return { type: 'paragraph', ...line(one.children) }
    case 'blockquote':
      return { type: 'blockquote', content: blocks(one.children) }
    case 'callout':
      return { type: 'callout', attrs: { tone: one.tone }, content: blocks(one.children) }
    case 'list':
      return list(one)
    case 'code':
      return {
        type: 'codeBlock',
        attrs: { language: one.lang },
        ...(one.value && { content: [{ type: 'text', text: one.value }] }),
      }
    case 'math':
      return { type: 'mathBlock', attrs: { value: one.value } }
    case 'table':
      return table(one)
    case 'figure': {
      const { type, children, ...attrs } = one
      return { type, attrs: { ...attrs, caption: children } }
    }
    case 'video':
      return { type: 'video', attrs: { assetId: one.assetId, caption: one.children } }
    case 'thematicBreak':
      return { type: 'horizontalRule' }
  }
}

/** An item begins with a paragraph, be it empty. */
const list = ({ ordered, start, spread, children }: ArticleList): JSONContent => ({
  type: ordered ? 'orderedList' : 'bulletList',
  attrs: { spread, ...(ordered && { start: start ?? 1 }) },
  content: children.map((item) => ({
    type: 'listItem',
    content:
      item.children[0]?.type === 'paragraph'
        ? blocks(item.children)
        : [{ type: 'paragraph' }, ...item.children.map(block)],
  })),
})

const table = ({ align, children }: ArticleTable): JSONContent => ({
  type: 'table',
  content: children.map((row, at) => ({
    type: 'tableRow',
    content: row.children.map((cell, column) => ({
      type: at === 0 ? 'tableHeader' : 'tableCell',
      attrs: { align: align[column] ?? null },
      content: [{ type: 'paragraph', ...line(cell.children) }],
    })),
  })),
})

const line = (parts: readonly ArticleInline[]) => {
  const content = inlines(parts, [])
  return content.length > 0 ? { content } : {}
}

/** Words that the editor keeps for the words of a footnote. */
export const inlines = (parts: readonly ArticleInline[], marks: Marks): JSONContent[] =>
  parts.flatMap((part): JSONContent[] => {
    const marked = marks.length > 0 ? { marks } : {}
    switch (part.type) {
      case 'text':
        // The end of a source's line is a space to its readers.
        return part.value
          ? [{ type: 'text', text: part.value.replaceAll('\n', ' '), ...marked }]
          : []
      case 'inlineCode':
        return [{ type: 'text', text: part.value, marks: [...marks, { type: 'code' }] }]
      case 'inlineMath':
        return [{ type: 'inlineMath', attrs: { value: part.value }, ...marked }]
      case 'footnote':
        return [{ type: 'footnote', attrs: { parts: part.children }, ...marked }]
      case 'image':
        return [
          { type: 'image', attrs: { src: part.url, alt: part.alt, title: part.title }, ...marked },
        ]
      case 'break':
        return [{ type: 'hardBreak', ...marked }]
      case 'link':
        return inlines(part.children, [
          ...marks.filter(({ type }) => type !== 'link'),
          // A link within a link is a part of the outer one.
          marks.find(({ type }) => type === 'link') ?? {
            type: 'link',
            attrs: { href: part.url, title: part.title },
          },
        ])
      default: {
        const type = MARKS[part.type]
        return inlines(
          part.children,
          marks.some((mark) => mark.type === type) ? marks : [...marks, { type }],
        )
      }
    }
  })

const MARKS = { emphasis: 'italic', strong: 'bold', delete: 'strike' } as const
