import type { Lesson, Module } from '#contract/lessons/lesson'
import { say } from '#contract/say'
import { DomainError, notFound } from '#core/platform/errors'
import { type FieldChange, mergeChange } from './merge-change.ts'
import { placeBehind } from './place-behind.ts'
import type { OutlineRepository, OutlineWrite, Versioned } from './ports.ts'
import { retryWhileOvertaken } from './retry-while-overtaken.ts'

export type OutlineWriter = Pick<
  OutlineRepository,
  'listContents' | 'readModule' | 'readLesson' | 'writeOutline'
>

export interface ItemChange extends FieldChange {
  readonly courseId: string
  readonly id: string
  /** Behind which it is to stand, null: before all; or its position itself. */
  readonly place?: { readonly after: string | null } | { readonly position: number } | undefined
}

/** Changes a module's fields and place as it is stored, whatever is written beside. */
export const changeModule = (outline: OutlineWriter, change: ItemChange): Promise<Module> =>
  changeItem(outline, change, {
    kind: 'module',
    read: () => outline.readModule(change.courseId, change.id),
    siblings: async () => (await outline.listContents(change.courseId)).modules,
  })

/** The same of a lesson. `check` is asked of the lesson as it is stored, and throws what speaks against the change. */
export const changeLesson = (
  outline: OutlineWriter,
  change: ItemChange,
  check: (lesson: Lesson) => Promise<void> = async () => undefined,
): Promise<Lesson> =>
  changeItem(outline, change, {
    kind: 'lesson',
    read: async () => {
      const stored = await outline.readLesson(change.courseId, change.id)
      if (stored) await check(stored.item)
      return stored
    },
    siblings: async ({ moduleId }) =>
      (await outline.listContents(change.courseId)).lessons.filter(
        (other) => other.moduleId === moduleId,
      ),
  })

interface Kind<T> {
  readonly kind: OutlineWrite['kind']
  read(): Promise<Versioned<T> | null>
  siblings(item: T): Promise<readonly T[]>
}

const changeItem = <T extends Module | Lesson>(
  outline: OutlineWriter,
  change: ItemChange,
  { kind, read, siblings }: Kind<T>,
): Promise<T> =>
  retryWhileOvertaken(async () => {
    const stored = await read()
    if (!stored) throw notFound(kind)
    const { item } = stored
    const merged = mergeChange(stored, change)
    const places = await placesOf(kind, change, item, siblings)
    if (!places) return null
    const { own, others } = places
    const set = { ...merged, ...own?.set }
    const seen = { ...(merged && { revision: item.revision }), ...own?.seen }
    if (Object.keys(set).length === 0) return item
    const writes = [{ kind, id: change.id, set, seen }, ...others]
    return (await outline.writeOutline(change.courseId, writes)) ? { ...item, ...set } : null
  })

/** What puts the item in its place, and what that takes of its siblings; null when it was deleted meanwhile. */
async function placesOf<T extends Module | Lesson>(
  kind: OutlineWrite['kind'],
  { id, place }: ItemChange,
  item: T,
  siblings: (item: T) => Promise<readonly T[]>,
): Promise<{ own?: Pick<OutlineWrite, 'set' | 'seen'>; others: readonly OutlineWrite[] } | null> {
  if (!place) return { others: [] }
  if ('position' in place)
    return place.position === item.position
      ? { others: [] }
      : { own: { set: { position: place.position }, seen: {} }, others: [] }
  const { after } = place
  const found = await siblings(item)
  if (!found.some((one) => one.id === id)) return null
  const positions = new Map(found.map((one) => [one.id as string, one.position]))
  if (after === id) throw new DomainError('conflict', say('behind_itself', { what: kind }))
  const behind = after === null ? undefined : positions.get(after)
  if (after !== null && behind === undefined)
    throw new DomainError('conflict', say('place_gone', { what: kind }))
  const writes = [...placeBehind(found, id, after)].map(
    ([one, position]): OutlineWrite => ({
      ...{ kind, id: one, set: { position } },
      seen: { position: positions.get(one) ?? Number.NaN },
    }),
  )
  const own = writes.find((write) => write.id === id)
  const others = writes.filter((write) => write.id !== id)
  // Somebody who moves that one at this moment moved it before or after, but not at once.
  if (own && after !== null && behind !== undefined)
    others.push({ kind, id: after, seen: { position: behind } })
  return own ? { own, others } : { others: [] }
}
