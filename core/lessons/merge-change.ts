import { isDeepStrictEqual } from 'node:util'
import { Overtaken } from '#core/platform/errors'
import type { Fields, Versioned } from './ports.ts'

/** A change of some fields, by somebody who read a revision; undefined: whatever stands there is replaced. */
export interface FieldChange {
  readonly fields: Fields
  readonly seen?: number | undefined
}

/**
 * What a change sets: the fields that come out different, and what keeps count of them. Null where nothing
 * does.
 * @throws Overtaken when others changed one of these fields since the revision that was seen
 */
export function mergeChange<T extends { readonly revision: number }>(
  { item, changed }: Versioned<T>,
  { fields, seen }: FieldChange,
): Fields | null {
  const stored: Fields = { ...item }
  const names = Object.keys(fields).filter(
    (name) => fields[name] !== undefined && !isDeepStrictEqual(fields[name], stored[name]),
  )
  if (names.length === 0) return null
  const late = names.filter((name) => seen !== undefined && (changed[name] ?? 0) > seen)
  if (late.length > 0) throw new Overtaken({ revision: item.revision, ...pick(stored, late) })
  const revision = item.revision + 1
  return {
    ...pick(fields, names),
    revision,
    changed: { ...changed, ...Object.fromEntries(names.map((name) => [name, revision])) },
  }
}

const pick = (from: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, from[name]]))
