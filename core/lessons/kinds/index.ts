import type { LessonKind } from '#contract/lessons/kinds/index'
import { article } from './article.ts'
import { embed } from './embed.ts'
import { file } from './file.ts'
import type { KindOf } from './kind.ts'
import { video } from './video.ts'

const kinds: { readonly [K in LessonKind]: KindOf<K> } = { video, article, file, embed }

/** What is done otherwise for a kind of lesson. Asked with a lesson's own kind, it takes that lesson. */
export const kindOf = <K extends LessonKind>(kind: K): KindOf<K> => kinds[kind]
