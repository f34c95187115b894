import type { LessonKind } from '#contract/lessons/kinds/index'
import { article } from './article.tsx'
import { embed } from './embed.tsx'
import { file } from './file.tsx'
import type { LearnedKind } from './kind.ts'
import { video } from './video.tsx'

const kinds: { readonly [K in LessonKind]: LearnedKind<K> } = { video, article, file, embed }

/** What learners' pages do otherwise for a kind. Asked with a lesson's own kind, it takes that lesson. */
export const learnedKind = <K extends LessonKind>(kind: K): LearnedKind<K> => kinds[kind]
