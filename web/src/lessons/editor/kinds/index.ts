import type { LessonKind } from '#contract/lessons/kinds/index'
import { ArticleField } from './article-field.tsx'
import { EmbedForm } from './embed-form.tsx'
import { FileForm } from './file-form.tsx'
import type { FormOf } from './kind.ts'
import { VideoForm } from './video-form.tsx'

const forms: { readonly [K in LessonKind]: FormOf<K> } = {
  video: VideoForm,
  article: ArticleField,
  file: FileForm,
  embed: EmbedForm,
}

/** Asked with a lesson's own kind, it takes that lesson. */
export const formOf = <K extends LessonKind>(kind: K): FormOf<K> => forms[kind]
