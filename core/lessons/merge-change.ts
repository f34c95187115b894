import { isDeepStrictEqual } from 'node:util'
import { Overtaken } from '#core/platform/errors'
import { shorten } from '#core/platform/shorten'
import type { Fields, Hand, Versioned } from './ports.ts'

/** A change of some fields, by somebody who read a revision; undefined: whatever stands there is replaced. */
export interface FieldChange {
  readonly fields: Fields
  readonly seen?: number | undefined
  /** Whose doing it is; nobody's where it follows from something else. */
  readonly hand?: Hand | undefined
}

/** More than names are. */
const MOST_LETTERS = 100

export const handOf = ({ userId, name }: Omit<Hand, 'at'>, now: Date): Hand => ({
  ...{ userId, name: shorten(name, MOST_LETTERS), at: now.toISOString() },
})

/**
 * What a change sets: the fields that come out different, and what keeps count of them. Null where nothing
 * does.
 * @throws Overtaken when others changed one of these fields since the revision that was seen
 */
export function mergeChange<T extends { readonly revision: number }>(
  { item, changed, hands }: Versioned<T>,
  { fields, seen, hand }: FieldChange,
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
    hands: {
      ...Object.fromEntries(Object.entries(hands).filter(([name]) => !names.includes(name))),
      ...(hand && Object.fromEntries(names.map((name) => [name, hand]))),
    },
  }
}

const pick = (from: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, from[name]]))
