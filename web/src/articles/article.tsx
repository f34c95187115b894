import { Skeleton } from '@mantine/core'
import { useMemo } from 'react'
import type { ArticleDocument } from '#contract/articles/document'
import type { ArticleBlock, ArticleList, ArticleTable } from '#contract/articles/tree'
import { hasFormulas, notesIn } from '#web/articles/parts/contents.ts'
import { type PlacedHeading, placeHeadings } from '#web/articles/parts/headings.ts'
import { NO_PART, usePart } from '#web/ui/moments/part.ts'
import styles from './article.module.css'
import { Code } from './code.tsx'
import { Figure, type FolderOf, FoldersOf } from './figure.tsx'
import { Film, type Films, FilmsOf } from './film.tsx'
import { Footnotes } from './footnotes.tsx'
import { Formula, formulas } from './formula.tsx'
import { Inlines } from './inlines.tsx'
import { NotesOf } from './note-mark.tsx'
import { Scroller } from './scroller.tsx'
import { words } from './words/en.ts'

interface Place {
  readonly headings: Map<ArticleBlock, PlacedHeading>
  /** Of a block by itself; what lies within one stands as the whole does, and its lines run their own way. */
  readonly dir?: 'auto'
}

interface ArticleProps {
  readonly document: ArticleDocument
  /** Where its pictures lie. @default nobody knows */
  readonly folderOf?: FolderOf
  /** @default none of its videos is shown */
  readonly films?: Films
}
const nowhere: FolderOf = () => undefined

/** An article as React elements; nothing of it is ever read as HTML. */
export default function Article({ document, folderOf = nowhere, films }: ArticleProps) {
  const headings = useMemo(() => placeHeadings(document), [document])
  const notes = useMemo(() => notesIn(document), [document])
  // What sets formulas comes before them, so that nothing moves when it has come.
  const isReady = usePart(useMemo(() => hasFormulas(document), [document]) ? formulas : NO_PART)
  if (isReady === undefined) return <Skeleton height={320} />
  return (
    <FoldersOf value={folderOf}>
      <FilmsOf value={films ?? null}>
        <NotesOf value={notes}>
          <div className={styles.prose}>
            <Blocks blocks={document.children} headings={headings} dir="auto" />
            <Footnotes notes={notes} />
          </div>
        </NotesOf>
      </FilmsOf>
    </FoldersOf>
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
    case 'callout':
      return (
        <div className={styles.callout} role="note" data-tone={block.tone} dir={dir}>
          <p className={styles.tone}>{words.tones[block.tone]}</p>
          <Blocks blocks={block.children} headings={headings} />
        </div>
      )
    case 'code':
      return <Code lang={block.lang} value={block.value} />
    case 'math':
      return (
        <Scroller label={words.formula}>
          <Formula value={block.value} display />
        </Scroller>
      )
    case 'table':
      return <Table table={block} dir={dir} />
    case 'figure':
      return <Figure figure={block} />
    case 'video':
      return <Film video={block} />
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
