import { ApiError } from '#web/api/api-error.ts'
import type { FieldOptions } from './use-field.ts'

interface Revised {
  readonly revision: number
}

/** A field of a course, module or lesson, as it is edited: read from the item and from answers about it. */
export function draftField(
  item: Revised & { readonly id?: string },
  name: string,
  write: (text: string, revision: number) => Promise<Revised>,
  toText: (value: unknown) => string = String,
): Pick<FieldOptions, 'saved' | 'save' | 'conflictOf' | 'keepAs'> {
  const savedIn = (from: Revised) => ({
    value: toText(Reflect.get(from, name)),
    revision: from.revision,
  })
  return {
    ...(item.id !== undefined && { keepAs: `${item.id}.${name}` }),
    saved: savedIn(item),
    save: async (text, { revision }) => savedIn(await write(text, revision)),
    conflictOf: (error) => {
      const current = error instanceof ApiError ? error.current : undefined
      return current && name in current && isRevised(current) ? savedIn(current) : null
    },
  }
}

const isRevised = (current: object): current is Revised =>
  'revision' in current && typeof current.revision === 'number'
