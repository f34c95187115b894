import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import type { Table } from '#adapters/dynamo/table'
import type { OutlineRepository, Removal } from '#core/lessons/ports'
import { lessonEntity, moduleEntity } from './entity.ts'

/** Lessons with the longest articles: half of a transaction's 4 MB. */
export const MOST_TEXTS = 12

export interface Kept {
  readonly id: string
  readonly removed: string
}
export interface Checks {
  exists(attribute: string): string
  notExists(attribute: string): string
}

/** Of what was deleted its key is free again. */
export const isThere = ({ id, removed }: Kept, { exists, notExists }: Checks): string =>
  `${exists(id)} AND ${notExists(removed)}`
export const mayBeMade = ({ id, removed }: Kept, { exists, notExists }: Checks): string =>
  `(${notExists(id)} OR ${exists(removed)})`

type Removals = Pick<
  OutlineRepository,
  'deleteModule' | 'deleteLesson' | 'restoreModule' | 'restoreLesson'
>

/** What is deleted stays where it is, marked, until its time is over: so it can be brought back. */
export function createRemovals(table: Table): Removals {
  const modules = moduleEntity(table)
  const lessons = lessonEntity(table)
  const outline = new Service({ modules, lessons })

  const lessonsOf = async (courseId: string, moduleId: string) => {
    const { data } = await outline.collections
      .outline({ courseId })
      .go({ pages: 'all', consistent: true })
    return data.lessons.filter((lesson) => lesson.moduleId === moduleId)
  }
  /** Marks lessons or takes the mark away, as long as their module has it. */
  const mark = async (
    module: { readonly courseId: string; readonly id: string },
    { id: removed, expiresAt }: Removal,
    ids: readonly string[],
    isMarked: boolean,
  ) => {
    for (let at = 0; at < ids.length; at += MOST_TEXTS)
      await commit(() =>
        outline.transaction
          .write(({ modules, lessons }) => [
            modules
              .check(module)
              .where((stored, { eq }) => eq(stored.removed, removed))
              .commit(),
            ...ids.slice(at, at + MOST_TEXTS).map((id) => {
              const lesson = lessons.patch({ courseId: module.courseId, id })
              return isMarked
                ? lesson.set({ removed, expiresAt }).commit()
                : lesson.remove(['removed', 'expiresAt']).commit()
            }),
          ])
          .go(),
      )
  }

  return {
    // The module first: from then on nothing can be added to it, and its lessons are not there any more.
    deleteModule: async (courseId, id, removal) => {
      const key = { courseId, id }
      const wasThere = await commit(() =>
        outline.transaction
          .write(({ modules }) => [
            modules
              .patch(key)
              .set({ removed: removal.id, expiresAt: removal.expiresAt })
              .where(isThere)
              .commit(),
          ])
          .go(),
      )
      // Whether it was there or not: a deletion may have ended half-way.
      const { data } = await modules.get(key).go({ consistent: true })
      if (!data?.removed) return wasThere
      const left = (await lessonsOf(courseId, id)).filter(({ removed }) => !removed)
      const whole = { id: data.removed, expiresAt: data.expiresAt ?? removal.expiresAt }
      await mark(
        key,
        whole,
        left.map((lesson) => lesson.id),
        true,
      )
      return wasThere
    },
    deleteLesson: (courseId, id, { id: removed, expiresAt }) =>
      commit(() =>
        outline.transaction
          .write(({ lessons }) => [
            lessons.patch({ courseId, id }).set({ removed, expiresAt }).where(isThere).commit(),
          ])
          .go(),
      ),

    // The module last: until then its lessons are not seen, and a second try finds it as it was.
    restoreModule: async (courseId, id) => {
      const key = { courseId, id }
      const { data } = await modules.get(key).go({ consistent: true })
      if (!data?.removed) return data !== null
      const { removed, expiresAt = 0 } = data
      const goneWithIt = async () =>
        (await lessonsOf(courseId, id))
          .filter((lesson) => lesson.removed === removed)
          .map((lesson) => lesson.id)
      await mark(key, { id: removed, expiresAt }, await goneWithIt(), false)
      const isBack = await commit(() =>
        outline.transaction
          .write(({ modules }) => [
            modules
              .patch(key)
              .remove(['removed', 'expiresAt'])
              .where((stored, { eq }) => eq(stored.removed, removed))
              .commit(),
          ])
          .go(),
      )
      // Of a deletion that was still under way more may be marked by now, and none from here on.
      for (const lessonId of isBack ? await goneWithIt() : [])
        await commit(() =>
          outline.transaction
            .write(({ lessons }) => [
              lessons
                .patch({ courseId, id: lessonId })
                .remove(['removed', 'expiresAt'])
                .where((stored, { eq }) => eq(stored.removed, removed))
                .commit(),
            ])
            .go(),
        )
      return isBack
    },
    restoreLesson: async (courseId, id) => {
      const { data } = await lessons.get({ courseId, id }).go({ consistent: true })
      if (!data?.removed) return data !== null
      return commit(() =>
        outline.transaction
          .write(({ modules, lessons }) => [
            modules.check({ courseId, id: data.moduleId }).where(isThere).commit(),
            lessons
              .patch({ courseId, id })
              .remove(['removed', 'expiresAt'])
              .where(({ removed }, { exists }) => exists(removed))
              .commit(),
          ])
          .go(),
      )
    },
  }
}
