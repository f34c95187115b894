import { createContext, use } from 'react'
import type { Note } from '#web/articles/parts/contents.ts'
import styles from './article.module.css'
import { words } from './words/en.ts'

/** An article's footnotes in the order of their marks. */
export const NotesOf = createContext<readonly Note[]>([])

export const noteId = (number: number) => `footnote-${number}`
export const markId = (number: number) => `footnote-mark-${number}`

/** A footnote's number where it is spoken of, which leads to its words. Within a link it leads nowhere by itself. */
export function NoteMark({ note, inLink }: { note: Note; inLink: boolean }) {
  const number = use(NotesOf).indexOf(note) + 1
  if (number === 0) return null
  if (inLink) return <sup>{number}</sup>
  return (
    <sup className={styles.mark}>
      <a id={markId(number)} href={`#${noteId(number)}`} aria-label={words.footnote(number)}>
        {number}
      </a>
    </sup>
  )
}
