import type { AssetId, FileId } from '#contract/platform/ids'

/**
 * An article as a tree: the part of mdast (https://github.com/syntax-tree/mdast) that articles use, with callouts,
 * formulas, and footnotes where they are spoken of. It has no node for raw HTML, and its links have addresses that
 * `isSafeHref` lets pass.
 */
export interface ArticleTree {
  type: 'root'
  children: ArticleBlock[]
}

export type ArticleBlock =
  | { type: 'heading'; depth: HeadingDepth; children: ArticleInline[] }
  | { type: 'paragraph'; children: ArticleInline[] }
  | { type: 'blockquote'; children: ArticleBlock[] }
  | { type: 'callout'; tone: CalloutTone; children: ArticleBlock[] }
  | ArticleList
  | { type: 'code'; lang: string | null; value: string }
  /** A formula by itself, as TeX writes it. */
  | { type: 'math'; value: string }
  | ArticleTable
  | ArticleFigure
  | ArticleVideo
  | { type: 'thematicBreak' }

/** As GitHub has them. */
export const calloutTones = ['note', 'tip', 'important', 'warning', 'caution'] as const
export type CalloutTone = (typeof calloutTones)[number]

export type HeadingDepth = 1 | 2 | 3 | 4 | 5 | 6

export interface ArticleList {
  type: 'list'
  ordered: boolean
  /** The first item's number, of an ordered list. */
  start: number | null
  /** Whether the items are paragraphs, with room between them. */
  spread: boolean
  children: { type: 'listItem'; children: ArticleBlock[] }[]
}

export interface ArticleTable {
  type: 'table'
  /** By column. */
  align: ('left' | 'right' | 'center' | null)[]
  /** The first is the header. */
  children: { type: 'tableRow'; children: { type: 'tableCell'; children: ArticleInline[] }[] }[]
}

/** A picture of the course's files. Its size goes with it, so that nothing moves when it comes. */
export interface ArticleFigure {
  type: 'figure'
  fileId: FileId
  /** Pixels of the largest; it is there in each of the widths. */
  width: number
  height: number
  widths: number[]
  /** What it shows, for who does not see it; empty of one that nobody has described. */
  alt: string
  /** It says nothing: who does not see it misses nothing. */
  decorative: boolean
  /** Below it; may be empty. */
  children: ArticleInline[]
}

/** A video of the course's library. Whoever publishes the article says where its readers find it. */
export interface ArticleVideo {
  type: 'video'
  assetId: AssetId
  /** Below it; may be empty. */
  children: ArticleInline[]
}

export type ArticleInline =
  | { type: 'text'; value: string }
  | { type: 'inlineCode'; value: string }
  | { type: 'inlineMath'; value: string }
  | { type: 'emphasis' | 'strong' | 'delete'; children: ArticleInline[] }
  | { type: 'link'; url: string; title: string | null; children: ArticleInline[] }
  | { type: 'image'; url: string; title: string | null; alt: string }
  | { type: 'break' }
  /** What stands below the article; none within another. */
  | { type: 'footnote'; children: ArticleInline[] }
