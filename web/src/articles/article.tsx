import { useMemo } from 'react'
import { parseArticle } from '#contract/articles/parse-article'
import type { ArticleBlock, ArticleList, ArticleTable } from '#contract/articles/tree'
import styles from './article.module.css'
import { type PlacedHeading, placeHeadings } from './headings.ts'
import { Inlines } from './inlines.tsx'
import { Scroller } from './scroller.tsx'
import { words } from './words/en.ts'

interface Place {
  readonly headings: Map<ArticleBlock, PlacedHeading>
  /** Of a block by itself; what lies within one stands as the whole does, and its lines run their own way. */
  readonly dir?: 'auto'
}

/** An article's Markdown as React elements; nothing of it is ever read as HTML. */
export default function Article({ source }: { source: string }) {
  const tree = useMemo(() => parseArticle(source), [source])
  const headings = useMemo(() => placeHeadings(tree), [tree])
  return (
    <div className={styles.prose}>
      <Blocks blocks={tree.children} headings={headings} dir="auto" />
    </div>
  )
}

function Blocks({ blocks, ...place }: { blocks: readonly ArticleBlock[] } & Place) {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never move
    <Block key={at} block={block} {...place} />
  ))
}

function Block({ block, headings, dir }: { block: ArticleBlock } & Place) {
  switch (block.type) {
    case 'heading': {
      const { rank, id } = headings.get(block) ?? { rank: 2, id: undefined }
      const Heading = `h${rank}` as const
      return (
        <Heading id={id} dir={dir}>
          <Inlines parts={block.children} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p dir={dir}>
          <Inlines parts={block.children} />
        </p>
      )
    case 'blockquote':
      return (
        <blockquote dir={dir}>
          <Blocks blocks={block.children} headings={headings} />
        </blockquote>
      )
    case 'list':
      return <List list={block} headings={headings} dir={dir} />
    case 'code':
      return (
        <Scroller label={words.code}>
          <pre dir="ltr">
            <code>{block.value}</code>
          </pre>
        </Scroller>
      )
    case 'table':
      return <Table table={block} dir={dir} />
    case 'thematicBreak':
      return <hr />
  }
}

function List({ list, headings, dir }: { list: ArticleList } & Place) {
  const items = list.children.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of one text never move
    <li key={at}>
      {item.children.map((block, place) =>
        block.type === 'paragraph' && !list.spread ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: nor do their blocks
          <Inlines key={place} parts={block.children} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: nor do their blocks
          <Block key={place} block={block} headings={headings} />
        ),
      )}
    </li>
  ))
  return list.ordered ? (
    <ol start={list.start ?? 1} dir={dir}>
      {items}
    </ol>
  ) : (
    <ul dir={dir}>{items}</ul>
  )
}

function Table({ table, dir }: { table: ArticleTable; dir: Place['dir'] }) {
  const [head, ...rows] = table.children
  const cells = (row: typeof head, Cell: 'th' | 'td') =>
    row?.children.map((cell, at) => (
      <Cell
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one text never move
        key={at}
        data-align={table.align[at] ?? undefined}
        {...(Cell === 'th' && { scope: 'col' })}
      >
        <Inlines parts={cell.children} />
      </Cell>
    ))
  return (
    <Scroller label={words.table}>
      <table dir={dir}>
        <thead>
          <tr>{cells(head, 'th')}</tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one text never move
            <tr key={at}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
