import type { ArticleBlock, ArticleInline, ArticleTree } from '#contract/articles/tree'

/** An article's tree as CommonMark's specification writes HTML; tables, which it has not, in short. */
export const htmlOf = (tree: Pick<ArticleTree, 'children'>) => blocks(tree.children)

const blocks = (all: readonly ArticleBlock[]) => all.map(block).join('')

function block(one: ArticleBlock): string {
  switch (one.type) {
    case 'heading':
      return `<h${one.depth}>${inlines(one.children)}</h${one.depth}>\n`
    case 'paragraph':
      return `<p>${inlines(one.children)}</p>\n`
    case 'blockquote':
      return `<blockquote>\n${blocks(one.children)}</blockquote>\n`
    case 'code': {
      const language = one.lang ? ` class="language-${escaped(one.lang)}"` : ''
      return `<pre><code${language}>${escaped(one.value)}${one.value ? '\n' : ''}</code></pre>\n`
    }
    case 'callout':
      return `<aside ${one.tone}>\n${blocks(one.children)}</aside>\n`
    case 'math':
      return `<math>${escaped(one.value)}</math>\n`
    case 'figure':
      return `<figure ${one.fileId}>${escaped(one.alt)}${inlines(one.children)}</figure>\n`
    case 'video':
      return `<video ${one.assetId}>${inlines(one.children)}</video>\n`
    case 'thematicBreak':
      return '<hr />\n'
    case 'list': {
      const name = one.ordered ? 'ol' : 'ul'
      const start = one.ordered && one.start !== 1 ? ` start="${one.start}"` : ''
      const items = one.children.map(({ children }) => item(children, one.spread))
      return `<${name}${start}>\n${items.join('')}</${name}>\n`
    }
    case 'table': {
      const cells = one.children.map((row) => row.children.map((cell) => inlines(cell.children)))
      return `<table ${one.align}>\n${cells.map((row) => `${row.join(' | ')}\n`).join('')}</table>\n`
    }
  }
}

function item(children: readonly ArticleBlock[], spread: boolean): string {
  const parts = children.map((one, at) => {
    if (one.type !== 'paragraph' || spread) return `${at === 0 ? '\n' : ''}${block(one)}`
    return `${inlines(one.children)}${at === children.length - 1 ? '' : '\n'}`
  })
  return `<li>${parts.join('')}</li>\n`
}

const NAMES = { emphasis: 'em', strong: 'strong', delete: 'del' }

const inlines = (parts: readonly ArticleInline[]): string => parts.map(inline).join('')

function inline(part: ArticleInline): string {
  switch (part.type) {
    case 'text':
      return escaped(part.value)
    case 'inlineCode':
      return `<code>${escaped(part.value)}</code>`
    case 'inlineMath':
      return `<math>${escaped(part.value)}</math>`
    case 'footnote':
      return `<small>${inlines(part.children)}</small>`
    case 'break':
      return '<br />\n'
    case 'link':
      return `<a href="${escaped(part.url)}"${titled(part)}>${inlines(part.children)}</a>`
    case 'image':
      return `<img src="${escaped(part.url)}" alt="${escaped(part.alt)}"${titled(part)} />`
    default:
      return `<${NAMES[part.type]}>${inlines(part.children)}</${NAMES[part.type]}>`
  }
}

const titled = ({ title }: { title: string | null }) => (title ? ` title="${escaped(title)}"` : '')

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
