import type { DraftOutline } from '#contract/lessons/lesson'
import type { LessonId, ModuleId } from '#contract/platform/ids'

/** Where files were dropped: behind a lesson, null: before all of the module. Without a module one is made. */
export interface ArrivalPlace {
  readonly moduleId: ModuleId
  readonly after: LessonId | null
}

/** Over what files are held: a line and a half of it, or the place below a module's lessons. */
export interface Held {
  readonly id: string | null
  readonly half: 'upper' | 'lower'
}

/** Where what is dropped there comes to stand; null where there is no module yet. */
export function placeOfFiles(outline: DraftOutline, { id, half }: Held): ArrivalPlace | null {
  for (const module of outline) {
    const { id: moduleId, lessons } = module
    if (moduleId === id) return { moduleId, after: lessons.at(-1)?.id ?? null }
    const at = lessons.findIndex((one) => one.id === id)
    const after = half === 'lower' ? lessons[at] : lessons[at - 1]
    if (at >= 0) return { moduleId, after: after?.id ?? null }
  }
  const last = outline.at(-1)
  return last ? { moduleId: last.id, after: last.lessons.at(-1)?.id ?? null } : null
}
