import { type Editor, isNodeSelection } from '@tiptap/core'
import { readMarkdown } from '#contract/articles/markdown/read-markdown'
import { markdownOf } from '#contract/articles/markdown/to-markdown'
import type { ArticleInline } from '#contract/articles/tree'
import type { FigureWords } from './figures/figure-dialog.tsx'

/** What a dialog asks for, and what it begins with. */
export type Asked =
  | { readonly kind: 'link'; readonly value: string }
  | { readonly kind: 'formula'; readonly display: boolean; readonly value: string }
  | { readonly kind: 'footnote'; readonly value: string }
  /** Pictures to be inserted. */
  | { readonly kind: 'images'; readonly value: string }
  /** A video of the library, to be inserted. */
  | { readonly kind: 'videos'; readonly value: string }
  /** What stands below a video. */
  | { readonly kind: 'caption'; readonly value: string }
  | { readonly kind: 'figure'; readonly value: string; readonly figure: FigureWords }

/** The formula or the footnote that is selected, as its dialog asks for it. */
export function askedOf({ state: { selection } }: Editor): Asked | null {
  if (!isNodeSelection(selection)) return null
  const { type, attrs } = selection.node
  if (type.name === 'inlineMath') return { kind: 'formula', display: false, value: attrs.value }
  if (type.name === 'mathBlock') return { kind: 'formula', display: true, value: attrs.value }
  if (type.name === 'figure') {
    const { alt, decorative, caption } = attrs
    return {
      ...{ kind: 'figure', value: alt },
      figure: { alt, decorative, caption: noteToMarkdown(caption) },
    }
  }
  if (type.name === 'video') return { kind: 'caption', value: noteToMarkdown(attrs.caption) }
  if (type.name === 'footnote') return { kind: 'footnote', value: noteToMarkdown(attrs.parts) }
  return null
}

/** Puts what was asked for where the selection is; nothing takes it away. */
export function answer(editor: Editor, asked: Asked, value: string): void {
  const chain = editor.chain().focus()
  if (asked.kind === 'link') {
    if (value === '') chain.extendMarkRange('link').unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain
        .insertContent({
          type: 'text',
          text: value,
          marks: [{ type: 'link', attrs: { href: value } }],
        })
        .run()
    else chain.extendMarkRange('link').setLink({ href: value }).run()
    return
  }
  if (asked.kind === 'caption') {
    chain.updateAttributes('video', { caption: noteFromMarkdown(value) }).run()
    return
  }
  if (value === '') {
    if (askedOf(editor)) chain.deleteSelection().run()
    else chain.run()
    return
  }
  if (asked.kind === 'formula')
    chain
      .insertContent({ type: asked.display ? 'mathBlock' : 'inlineMath', attrs: { value } })
      .run()
  else chain.insertContent({ type: 'footnote', attrs: { parts: noteFromMarkdown(value) } }).run()
}

/** Says of the selected picture what was said of it in its dialog. */
export const describe = (editor: Editor, { alt, decorative, caption }: FigureWords): void => {
  const said = { alt, decorative, caption: noteFromMarkdown(caption) }
  editor.chain().focus().updateAttributes('figure', said).run()
}

const noteToMarkdown = (children: ArticleInline[]) =>
  markdownOf({ version: 1, children: [{ type: 'paragraph', children }] }).trim()

/** The words of its paragraphs, without footnotes of their own. */
const noteFromMarkdown = (text: string): ArticleInline[] =>
  readMarkdown(text).children.flatMap((block) =>
    block.type === 'paragraph' ? withoutNotes(block.children) : [],
  )
const withoutNotes = (parts: readonly ArticleInline[]): ArticleInline[] =>
  parts.flatMap((part) => {
    if (part.type === 'footnote') return []
    return 'children' in part ? { ...part, children: withoutNotes(part.children) } : part
  })
