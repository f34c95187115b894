import { z } from 'zod'
import { AssetId, FileId } from '#contract/platform/ids'
import { documentBytes } from './document-bytes.ts'
import { articleLimits } from './limits.ts'
import { isSafeHref } from './safe-href.ts'
import { type ArticleBlock, type ArticleInline, type ArticleList, calloutTones } from './tree.ts'

const Url = z.string().max(articleLimits.url).refine(isSafeHref)
const title = z.string().nullable()
const Pixels = z.int().min(1).max(100_000)
const formula = z.string().max(articleLimits.formula)

const Inline: z.ZodType<ArticleInline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), value: z.string() }),
    z.strictObject({ type: z.literal('inlineCode'), value: z.string() }),
    z.strictObject({ type: z.literal('inlineMath'), value: formula }),
    z.strictObject({ type: z.enum(['emphasis', 'strong', 'delete']), children: inlines }),
    z.strictObject({ type: z.literal('link'), url: Url, title, children: inlines }),
    z.strictObject({ type: z.literal('image'), url: Url, title, alt: z.string() }),
    z.strictObject({ type: z.literal('break') }),
    z.strictObject({ type: z.literal('footnote'), children: inlines.refine(hasNoFootnote) }),
  ]),
)
const inlines = z.array(Inline)

const hasNoFootnote = (parts: readonly ArticleInline[]): boolean =>
  parts.every(
    (part) => part.type !== 'footnote' && (!('children' in part) || hasNoFootnote(part.children)),
  )

const ListItem: z.ZodType<ArticleList['children'][number]> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), children: blocks }),
)
const Cell = z.strictObject({ type: z.literal('tableCell'), children: inlines })
const Row = z.strictObject({ type: z.literal('tableRow'), children: z.array(Cell) })

const Block: z.ZodType<ArticleBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('heading'),
      depth: z.literal([1, 2, 3, 4, 5, 6]),
      children: inlines,
    }),
    z.strictObject({ type: z.literal('paragraph'), children: inlines }),
    z.strictObject({ type: z.literal('blockquote'), children: blocks }),
    z.strictObject({ type: z.literal('callout'), tone: z.enum(calloutTones), children: blocks }),
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int().min(0).max(999_999_999).nullable(),
      spread: z.boolean(),
      children: z.array(ListItem),
    }),
    z.strictObject({
      type: z.literal('code'),
      lang: z.string().max(100).nullable(),
      value: z.string(),
    }),
    z.strictObject({ type: z.literal('math'), value: formula }),
    z.strictObject({
      type: z.literal('table'),
      align: z.array(z.enum(['left', 'right', 'center']).nullable()),
      children: z.array(Row).min(1),
    }),
    z.strictObject({
      type: z.literal('figure'),
      fileId: FileId,
      width: Pixels,
      height: Pixels,
      widths: z.array(Pixels).min(1).max(articleLimits.widths),
      alt: z.string().max(articleLimits.alt),
      decorative: z.boolean(),
      children: inlines,
    }),
    z.strictObject({ type: z.literal('video'), assetId: AssetId, children: inlines }),
    z.strictObject({ type: z.literal('thematicBreak') }),
  ]),
)
const blocks = z.array(Block)

/** Blocks and the words in them may nest so far each, a list's items and a table's rows counted. */
const MOST_DEEP = 2 * articleLimits.nested + 5

/** Asked before the schema is, which goes as deep as what it is given. */
const isShallow = (block: unknown): boolean => {
  let level = [block]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEEP) return false
    level = level.flatMap((node) => {
      const children: unknown = node && typeof node === 'object' && Reflect.get(node, 'children')
      return Array.isArray(children) ? children : []
    })
  }
  return true
}

/**
 * An article as it is kept and published: a tree of mdast's nodes with the version of its form. Nothing that it does not
 * name is let in. Its blocks are checked as wholes, since a gateway's schema knows no recursion.
 */
export const ArticleDocument = z
  .object({
    version: z.literal(1),
    children: z.array(
      z.custom<ArticleBlock>((block) => isShallow(block) && Block.safeParse(block).success),
    ),
  })
  .refine((document) => documentBytes(document) <= articleLimits.documentBytes)
export type ArticleDocument = z.infer<typeof ArticleDocument>
