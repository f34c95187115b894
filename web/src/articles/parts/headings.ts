import type { ArticleBlock, ArticleInline, ArticleTree } from '#contract/articles/tree'

type Heading = Extract<ArticleBlock, { type: 'heading' }>

/** A heading as it is shown: its rank below the page's own, which is 1, and the name that links find it by. */
export interface PlacedHeading {
  readonly rank: 2 | 3 | 4 | 5 | 6
  readonly id: string
}

/** Before every id, so that no heading takes the name of a part of the page. */
const PREFIX = 'article-'

/** The element that `#name` in an article leads to. */
export const anchorOf = (fragment: string) => `#${PREFIX}${fragment.replace(/^#/, '')}`

/** The depths that an article uses become 2, 3, 4 and so on: none is skipped, whatever it begins with. */
export function placeHeadings(tree: Pick<ArticleTree, 'children'>): Map<Heading, PlacedHeading> {
  const headings = headingsIn(tree.children)
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort()
  const taken = new Map<string, number>()
  return new Map(
    headings.map((heading) => {
      const name = nameOf(heading)
      const before = taken.get(name) ?? 0
      taken.set(name, before + 1)
      return [
        heading,
        {
          rank: RANKS[depths.indexOf(heading.depth)] ?? 6,
          id: PREFIX + (before ? `${name}-${before}` : name),
        },
      ]
    }),
  )
}
const RANKS = [2, 3, 4, 5, 6] as const

const headingsIn = (blocks: readonly ArticleBlock[]): Heading[] =>
  blocks.flatMap((block) => {
    if (block.type === 'heading') return block
    if (block.type === 'blockquote' || block.type === 'callout') return headingsIn(block.children)
    return block.type === 'list' ? block.children.flatMap((item) => headingsIn(item.children)) : []
  })

/** As GitHub names them: small letters, no punctuation, hyphens for spaces. */
const nameOf = ({ children }: Heading) =>
  wordsOf(children)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const wordsOf = (parts: readonly ArticleInline[]): string =>
  parts
    .map((part) => {
      if ('children' in part) return wordsOf(part.children)
      return 'value' in part ? part.value : ''
    })
    .join('')
