import type { ArticleDocument } from './document.ts'
import type { ArticleBlock, ArticleInline } from './tree.ts'

/** The words of an article for whoever searches: a line for a block, nothing of how they look. */
export const searchText = ({ children }: ArticleDocument): string =>
  children
    .flatMap(linesOf)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

function linesOf(block: ArticleBlock): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [wordsOf(block.children)]
    case 'blockquote':
    case 'callout':
      return block.children.flatMap(linesOf)
    case 'list':
      return block.children.flatMap((item) => item.children.flatMap(linesOf))
    case 'table':
      return block.children.map((row) =>
        row.children.map((cell) => wordsOf(cell.children)).join(' '),
      )
    case 'code':
    case 'math':
      return [block.value]
    case 'figure':
      return [block.alt, wordsOf(block.children)]
    case 'video':
      return [wordsOf(block.children)]
    case 'thematicBreak':
      return []
  }
}

/** Words as they follow each other. */
export const wordsOf = (parts: readonly ArticleInline[]): string => parts.map(wordOf).join('')

function wordOf(part: ArticleInline): string {
  switch (part.type) {
    case 'image':
      return part.alt
    case 'break':
      return ' '
    case 'footnote':
      return ` ${wordsOf(part.children)} `
    default:
      return 'children' in part ? wordsOf(part.children) : part.value
  }
}
