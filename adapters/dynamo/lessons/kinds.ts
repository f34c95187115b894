import { CustomAttributeType } from 'electrodb'
import type { ArticleSource } from '#contract/articles/markdown/document-of'
import { type LessonChanges, LessonKind, lessonKinds } from '#contract/lessons/kinds/index'

/** A document as JSON: DynamoDB nests to 32 levels, and lists within lists go deeper. */
interface PackedDocument {
  readonly json: string
}
const packed = (text: ArticleSource | PackedDocument) =>
  typeof text === 'string' || 'json' in text ? text : { json: JSON.stringify(text) }
/** Whoever reads it asks the lesson's schema. */
const unpacked = (text: ArticleSource | PackedDocument): ArticleSource =>
  typeof text === 'object' && 'json' in text ? JSON.parse(text.json) : text

/** The fields that kinds of lessons have of their own, as they are stored. */
export const fieldsOfKinds = {
  assetId: { type: 'string' },
  completionShare: { type: 'number' },
  text: {
    type: CustomAttributeType<ArticleSource | PackedDocument>('any'),
    set: (text?: ArticleSource | PackedDocument) => text && packed(text),
    get: (text?: ArticleSource | PackedDocument) => text && unpacked(text),
  },
  fileId: { type: 'string' },
  address: { type: 'string' },
  openMinutes: { type: 'number' },
} as const satisfies Record<keyof LessonChanges, object>

export const isFieldOfKind = (name: string): name is keyof typeof fieldsOfKinds =>
  name in fieldsOfKinds

/** Null is stored by leaving a field out: these stand for it in a lesson that is read. */
export const nullsOf = (kind: LessonKind) => NULLS.get(kind)

const NULLS = new Map(
  LessonKind.options.map((kind) => {
    const fields = Object.entries(lessonKinds[kind].change)
    const nullable = fields.filter(([, schema]) => schema.safeParse(null).success)
    return [kind, Object.fromEntries(nullable.map(([name]) => [name, null]))] as const
  }),
)
