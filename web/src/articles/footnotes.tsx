import type { Note } from '#web/articles/parts/contents.ts'
import styles from './article.module.css'
import { Inlines } from './inlines.tsx'
import { markId, noteId } from './note-mark.tsx'
import { words } from './words/en.ts'

/** The words of an article's footnotes below it, each with the way back. */
export function Footnotes({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null
  return (
    <section className={styles.notes} aria-label={words.footnotes}>
      <ol>
        {notes.map((note, at) => (
          <li key={noteId(at + 1)} id={noteId(at + 1)} dir="auto">
            <Inlines parts={note.children} />{' '}
            <a href={`#${markId(at + 1)}`} aria-label={words.backToText(at + 1)}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
