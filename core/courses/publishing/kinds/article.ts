import { figuresIn, videosIn } from '#contract/articles/figures'
import { documentOf } from '#contract/articles/markdown/document-of'
import type { ArticleBlock, ArticleInline } from '#contract/articles/tree'
import { liveSource } from '#core/videos/source/known-source'
import type { CheckOf } from './check.ts'
import { isBrokenLink, unreadLinks } from './links.ts'
import { isUncaptioned } from './uncaptioned.ts'

export const article: CheckOf<'article'> = ({ text }, checked) => {
  const { children } = documentOf(text)
  if (children.length === 0) return [{ code: 'article_empty' }]
  const inlines = children.flatMap(inlinesOf)
  const figures = figuresIn(children)
  const undescribed =
    inlines.filter((one) => one.type === 'image' && one.alt.trim() === '').length +
    figures.filter(({ alt, decorative }) => !decorative && alt.trim() === '').length
  const missing = figures.filter(({ fileId }) => !checked.files.has(fileId)).length
  const films = videosIn(children).map(({ assetId }) => {
    const asset = checked.videos.get(assetId)
    return asset?.courseId === checked.courseId ? asset : undefined
  })
  const unready = films.filter((asset) => !asset || !liveSource(asset)).length
  const uncaptioned = films.filter((asset) => asset && isUncaptioned(asset)).length
  const addresses = inlines.flatMap((one) => {
    if (one.type === 'text') return unreadLinks(one.value)
    return one.type === 'link' && isBrokenLink(one.url, checked) ? [one.url] : []
  })
  return [
    ...(undescribed > 0 ? [{ code: 'images_undescribed' as const, count: undescribed }] : []),
    ...(missing > 0 ? [{ code: 'images_missing' as const, count: missing }] : []),
    ...(unready > 0 ? [{ code: 'videos_missing' as const, count: unready }] : []),
    ...(uncaptioned > 0 ? [{ code: 'videos_uncaptioned' as const, count: uncaptioned }] : []),
    ...[...new Set(addresses)].map((address) => ({
      code: 'link_broken' as const,
      address: address.slice(0, MOST_SHOWN),
    })),
  ]
}

/** Enough of an address to find it by. */
const MOST_SHOWN = 200

/** All that a block has in it, however deep. */
function inlinesOf(block: ArticleBlock): ArticleInline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'figure':
    case 'video':
      return block.children.flatMap(withInner)
    case 'blockquote':
    case 'callout':
      return block.children.flatMap(inlinesOf)
    case 'list':
      return block.children.flatMap((item) => item.children.flatMap(inlinesOf))
    case 'table':
      return block.children.flatMap((row) =>
        row.children.flatMap((cell) => cell.children.flatMap(withInner)),
      )
    default:
      return []
  }
}

const withInner = (inline: ArticleInline): ArticleInline[] => [
  inline,
  ...('children' in inline ? inline.children.flatMap(withInner) : []),
]
