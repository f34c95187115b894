import { z } from 'zod'
import { article } from './article.ts'
import { embed } from './embed.ts'
import { file } from './file.ts'
import { video } from './video.ts'

const KINDS = ['video', 'article', 'file', 'embed'] as const

/** What a lesson may be. */
export const LessonKind = z.enum(KINDS)
export type LessonKind = z.infer<typeof LessonKind>

/** The parts in which kinds of lessons differ. */
interface KindSchemas {
  /** As its teachers edit it. */
  readonly draft: z.ZodObject
  /** Within a draft outline; its long text is null where one answer cannot hold the texts of all. */
  readonly outlined: z.ZodObject
  /** What making one takes. */
  readonly creation: z.ZodObject
  /** The fields of its own that can be changed. */
  readonly change: z.ZodRawShape
  /** What a published outline says of it, for lists: no texts, no addresses. */
  readonly line: z.ZodObject
  /** What whoever opens it is shown. */
  readonly content: z.ZodObject
  /** What progress in it is held to, in the order in which it is stored: new fields come last. */
  readonly syllabus: z.ZodObject
}

/** Every kind's schemas. */
export const lessonKinds = { video, article, file, embed } satisfies Record<LessonKind, KindSchemas>

/** Fields that a change of a lesson may name; those of other kinds are refused. */
export const LessonChanges = z
  .object({ ...video.change, ...article.change, ...file.change, ...embed.change })
  .partial()
export type LessonChanges = z.infer<typeof LessonChanges>

type Part = Exclude<keyof KindSchemas, 'change'>
type Of<P extends Part, K extends LessonKind> = z.infer<(typeof lessonKinds)[K][P]>

export type DraftOf<K extends LessonKind> = Of<'draft', K>
export type OutlinedOf<K extends LessonKind> = Of<'outlined', K>
export type LineOf<K extends LessonKind> = Of<'line', K>
export type ContentOf<K extends LessonKind> = Of<'content', K>
export type SyllabusOf<K extends LessonKind> = Of<'syllabus', K>

const [first, ...others] = KINDS

/** A part of whatever kind, told by `kind`. */
export const ofAnyKind = <P extends Part>(part: P) =>
  z.discriminatedUnion('kind', [
    lessonKinds[first][part],
    ...others.map((kind) => lessonKinds[kind][part]),
  ])
