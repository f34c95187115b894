import { type LessonChanges, LessonKind, lessonKinds } from '#contract/lessons/kinds/index'

/** The fields that kinds of lessons have of their own, as they are stored. */
export const fieldsOfKinds = {
  assetId: { type: 'string' },
  completionShare: { type: 'number' },
  text: { type: 'string' },
  address: { type: 'string' },
  openMinutes: { type: 'number' },
} as const satisfies Record<keyof LessonChanges, { readonly type: 'string' | 'number' | 'boolean' }>

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
