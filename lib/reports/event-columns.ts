import { z } from 'zod'
import { RecordedEvent } from '#contract/reports/recorded-events'

export interface Column {
  readonly name: string
  /** As Glue writes it. */
  readonly type: string
}

const Field = z.object({
  type: z.enum(['string', 'number', 'integer', 'boolean']),
  const: z.unknown().optional(),
})

/**
 * The columns of all events, made of their schemas: a name means the same in all of them. An event has no value in
 * those of others.
 * @throws Error where it does not, or where a field is no plain value
 */
export function eventColumns(): Column[] {
  const columns = new Map<string, string>()
  for (const { shape } of RecordedEvent.options)
    for (const [name, schema] of Object.entries(shape)) {
      // It tells in which partition an event lies.
      if (name === 'event') continue
      const type = typeOf(schema)
      if ((columns.get(name) ?? type) !== type)
        throw new Error(`What is recorded has ${name} as ${columns.get(name)} and as ${type}.`)
      columns.set(name, type)
    }
  return Array.from(columns, ([name, type]) => ({ name, type }))
}

/** The columns of rows of that shape. */
export const columnsOf = (shape: z.core.$ZodLooseShape): Column[] =>
  Object.entries(shape).map(([name, schema]) => ({ name, type: typeOf(schema) }))

/** The names of all events. */
export const eventNames = (): string[] =>
  RecordedEvent.options.map(({ shape }) => shape.event.value)

const typeOf = (schema: z.core.$ZodType): string => {
  const { type, const: only } = Field.parse(z.toJSONSchema(schema))
  if (type === 'integer' || (type === 'number' && Number.isInteger(only))) return 'bigint'
  return type === 'number' ? 'double' : type
}
