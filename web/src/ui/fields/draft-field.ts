import { isId } from '#contract/platform/id-form'
import type { CourseId } from '#contract/platform/ids'
import { ApiError } from '#web/api/api-error.ts'
import type { FieldOptions } from './use-field.ts'

interface Revised {
  readonly revision: number
}
interface Item extends Revised {
  readonly id?: string
  readonly courseId?: CourseId
}

/** A field of a course, module or lesson, as it is edited: read from the item and from answers about it. */
export function draftField(
  item: Item,
  name: string,
  write: (text: string, revision: number) => Promise<Revised>,
  toText: (value: unknown) => string = String,
): Pick<FieldOptions, 'saved' | 'save' | 'conflictOf' | 'keepAs' | 'whose'> {
  const savedIn = (from: Revised) => ({
    value: toText(Reflect.get(from, name)),
    revision: from.revision,
  })
  return {
    ...(item.id !== undefined && { keepAs: `${item.id}.${name}` }),
    ...whoseOf(item, name),
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

function whoseOf({ id = '', courseId }: Item, name: string): Pick<FieldOptions, 'whose'> {
  if (courseId && (isId('mod', id) || isId('les', id))) return { whose: { courseId, of: id, name } }
  return isId('crs', id) ? { whose: { courseId: id, name } } : {}
}
