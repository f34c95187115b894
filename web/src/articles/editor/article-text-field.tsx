import { useId } from 'react'
import type { ArticleDocument } from '#contract/articles/document'
import { documentBytes } from '#contract/articles/document-bytes'
import { articleLimits } from '#contract/articles/limits'
import type { ArticleSource } from '#contract/articles/markdown/document-of'
import { ownFolder } from '#contract/courses/content-paths'
import type { CourseId } from '#contract/platform/ids'
import Article from '#web/articles/article.tsx'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { FieldConflict } from '#web/ui/fields/field-conflict.tsx'
import { useField } from '#web/ui/fields/use-field.ts'
import { words as saving } from '#web/ui/fields/words/en.ts'
import styles from './article-editor.module.css'
import { ArticleEditor } from './article-editor.tsx'
import type { FilmDesk } from './films/desk.ts'
import { articleText, documentIn } from './model/article-text.ts'
import { words } from './words/en.ts'

interface Item {
  readonly id: string
  readonly courseId: CourseId
  readonly revision: number
  readonly text: ArticleSource
}

export interface ArticleTextFieldProps {
  readonly courseId: CourseId
  /** The course's videos; null: the text is of words alone. */
  readonly films: FilmDesk | null
  /** Bytes of it as JSON, and what is said of more. @default an article's */
  readonly most?: { readonly bytes: number; readonly tooLong: string }
  readonly label: string
  readonly item: Item
  readonly keepAs: string
  readonly save: (text: ArticleDocument, revision: number) => Promise<{ readonly revision: number }>
}

const AUTOSAVE_MS = 1000
const asItIs = (text: string) => text

/** An article's text as a field: saved as longer texts are, and in a conflict both are kept and shown. */
export default function ArticleTextField({
  courseId,
  films,
  most = { bytes: articleLimits.documentBytes, tooLong: words.tooLong },
  label,
  item,
  keepAs,
  save,
}: ArticleTextFieldProps) {
  const id = useId()
  const field = useField({
    ...draftField(
      item,
      'text',
      async (text, revision) => {
        const document = documentIn(text)
        if (documentBytes(document) > most.bytes) throw new Error(most.tooLong)
        return save(document, revision)
      },
      (value) => articleText(value as ArticleSource),
    ),
    ...{ clean: asItIs, autosaveMs: AUTOSAVE_MS, keepAs },
  })
  return (
    <div>
      <p id={id} className={styles.label} aria-hidden="true">
        {label}
      </p>
      <ArticleEditor
        courseId={courseId}
        films={films}
        label={label}
        text={field.text}
        type={field.type}
        leave={field.leave}
      />
      <p className={styles.state}>{saving.state[field.word]}</p>
      <FieldConflict
        label={label}
        field={field}
        show={(theirs) => (
          <Article
            document={documentIn(theirs)}
            folderOf={(fileId) => `/${ownFolder(courseId, fileId)}`}
          />
        )}
      />
    </div>
  )
}
