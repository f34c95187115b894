import type { ArticleBlock, ArticleInline } from '#contract/articles/tree'

/**
 * An article piece by piece: each with what it stands in and how it looks, so that two trees with the same pieces are
 * shown alike, however their emphasis is nested. A line's end in a paragraph is a space; an empty paragraph is nothing.
 */
export const articleLeaves = (blocks: readonly ArticleBlock[], path = ''): string[] =>
  blocks.flatMap((block, at) => {
    const { type } = block
    const here = `${path}/${type}`
    switch (type) {
      case 'paragraph':
        return lineLeaves(block.children, here)
      case 'heading':
        return [`${here}${block.depth}`, ...lineLeaves(block.children, here)]
      case 'blockquote':
        return [here, ...articleLeaves(block.children, here)]
      case 'callout':
        return [`${here} ${block.tone}`, ...articleLeaves(block.children, here)]
      case 'list':
        return block.children.flatMap((item, place) => [
          `${here} ${at} ${block.start} ${place}`,
          ...articleLeaves(item.children, `${here}${block.spread ? ' spread' : ''}`),
        ])
      case 'table':
        return block.children.flatMap((row, line) =>
          row.children.flatMap((cell, place) => [
            `${here} ${line} ${place} ${block.align[place]}`,
            ...lineLeaves(cell.children, here),
          ]),
        )
      case 'code':
        return [`${here} ${block.lang} ${block.value}`]
      case 'math':
        return [`${here} ${block.value}`]
      case 'thematicBreak':
        return [here]
    }
    return []
  })

function lineLeaves(parts: readonly ArticleInline[], path: string): string[] {
  const found: { marks: string; value: string }[] = []
  for (const leaf of leavesOf(parts, [])) {
    const last = found.at(-1)
    if (leaf.value === '') continue
    if (last?.marks === leaf.marks) last.value += leaf.value
    else found.push({ ...leaf })
  }
  return found.map(({ marks, value }) => `${path} ${marks}: ${value.replace(/\s+/g, ' ')}`)
}

const leavesOf = (
  parts: readonly ArticleInline[],
  marks: readonly string[],
): { marks: string; value: string }[] =>
  parts.flatMap((part) => {
    const marked = (mark: string) => [...new Set([...marks, mark])].sort()
    switch (part.type) {
      case 'link':
        return leavesOf(
          part.children,
          marks.some((mark) => mark.startsWith('link'))
            ? marks
            : marked(`link ${part.url} ${part.title}`),
        )
      case 'emphasis':
      case 'strong':
      case 'delete':
        return leavesOf(part.children, marked(part.type))
      case 'text':
        return { marks: marks.join(), value: part.value }
      case 'inlineCode':
      case 'inlineMath':
        return { marks: marked(part.type).join(), value: part.value }
      case 'break':
        return { marks: marked('break').join(), value: '⏎' }
      case 'image':
        return { marks: marked('image').join(), value: `${part.url} ${part.title} ${part.alt}` }
      case 'footnote':
        return leavesOf(part.children, marked('footnote'))
    }
    return []
  })
