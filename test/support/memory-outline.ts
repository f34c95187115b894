import { FIRST_REVISION } from '#contract/http/revision'
import type { Lesson, Module } from '#contract/lessons/lesson'
import type { Fields, Hands, OutlineRepository, OutlineWrite, Versioned } from '#core/lessons/ports'

/** A course's outline in memory, as strict as the table's. */
export function memoryOutline() {
  const modules = new Map<string, Module>()
  const lessons = new Map<string, Lesson>()
  const changed = new Map<string, Record<string, number>>()
  const hands = new Map<string, Hands>()
  const read = <T>(items: Map<string, T>, id: string): Versioned<T> | null => {
    const item = items.get(id)
    return item === undefined
      ? null
      : { item, changed: changed.get(id) ?? {}, hands: hands.get(id) ?? {} }
  }
  const isAsRead = ({ kind, id, seen }: OutlineWrite) => {
    const item = (kind === 'module' ? modules : lessons).get(id)
    return (
      item !== undefined &&
      (seen.moduleId === undefined || lessons.get(id)?.moduleId === seen.moduleId) &&
      (seen.revision ?? item.revision) === item.revision &&
      (seen.position ?? item.position) === item.position
    )
  }
  const write = <T>(
    items: Map<string, T>,
    id: string,
    { changed: counted, hands: whose, ...set }: Fields,
  ) => {
    const item = items.get(id)
    if (item !== undefined) items.set(id, { ...item, ...set })
    if (counted) changed.set(id, { ...changed.get(id), ...counted })
    if (whose) hands.set(id, { ...whose })
  }

  const removed = new Map<string, unknown>()
  const take = <T>(items: Map<string, T>, id: string) => {
    if (items.has(id)) removed.set(id, items.get(id))
    return items.delete(id)
  }
  const bringBack = <T>(items: Map<string, T>, id: string) => {
    const item = removed.get(id) as T | undefined
    if (item !== undefined && !items.has(id)) items.set(id, item)
    return items.has(id)
  }

  const listContents = async () => ({
    modules: [...modules.values()],
    lessons: [...lessons.values()].filter(({ moduleId }) => modules.has(moduleId)),
  })
  const outline: OutlineRepository = {
    listContents,
    listAtOnce: listContents,
    readModule: async (_, id) => read(modules, id),
    readLesson: async (_, id) => read(lessons, id),
    addModule: async (module, first) => {
      if (modules.has(module.id) || (first && lessons.has(first.id))) return false
      modules.set(module.id, { ...module, revision: FIRST_REVISION })
      if (first) lessons.set(first.id, { ...first, revision: FIRST_REVISION })
      return true
    },
    addLesson: async (lesson) => {
      if (lessons.has(lesson.id) || !modules.has(lesson.moduleId)) return false
      lessons.set(lesson.id, { ...lesson, revision: FIRST_REVISION })
      return true
    },
    writeOutline: async (_, writes) => {
      if (!writes.every(isAsRead)) return false
      for (const { kind, id, set } of writes)
        if (set && kind === 'module') write(modules, id, set)
        else if (set) write(lessons, id, set)
      return true
    },
    addLessonsOfNew: async (module, all) => {
      if (modules.has(module.id)) return false
      for (const lesson of all) lessons.set(lesson.id, { ...lesson, revision: FIRST_REVISION })
      return true
    },
    deleteModule: async (_, id) => take(modules, id),
    deleteLesson: async (_, id) => take(lessons, id),
    restoreModule: async (_, id) => bringBack(modules, id),
    restoreLesson: async (_, id) => bringBack(lessons, id),
  }
  return { outline, modules, lessons }
}
