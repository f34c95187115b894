import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import type { Table } from '#adapters/dynamo/table'
import { countedOf } from '#adapters/dynamo/versioned'
import { FIRST_REVISION, type New } from '#contract/http/revision'
import { type Lesson, Module } from '#contract/lessons/lesson'
import type { OutlineRepository, OutlineWrite } from '#core/lessons/ports'
import { createContentsReader, isKept, toLesson } from './contents.ts'
import { lessonEntity, moduleEntity } from './entity.ts'
import { isFieldOfKind } from './kinds.ts'
import {
  type Checks,
  createRemovals,
  isThere,
  type Kept,
  MOST_TEXTS,
  mayBeMade,
} from './removals.ts'

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const MOST_WRITES = 100

/** A course's modules and lessons: items of one partition, each with a place of its own. */
export const createOutlineRepository = (table: Table): OutlineRepository => {
  const modules = moduleEntity(table)
  const lessons = lessonEntity(table)
  const outline = new Service({ modules, lessons })
  const writeSome = (courseId: string, writes: readonly OutlineWrite[]) =>
    commit(() =>
      outline.transaction
        .write(({ modules, lessons }) =>
          writes.map(({ kind, id, set, seen }) => {
            const key = { courseId, id }
            const asRead = asItWasRead(seen)
            if (kind === 'module')
              return set
                ? modules.patch(key).set(set).where(asRead).commit()
                : modules.check(key).where(asRead).commit()
            const inModule: Parameters<ReturnType<typeof lessons.check>['where']>[0] = (
              lesson,
              is,
            ) =>
              seen.moduleId === undefined
                ? asRead(lesson, is)
                : `${asRead(lesson, is)} AND ${is.eq(lesson.moduleId, seen.moduleId)}`
            if (!set) return lessons.check(key).where(inModule).commit()
            const patch = lessons.patch(key).set(withoutNulls(set))
            const nulls = Object.keys(set).filter((name) => set[name] === null)
            return patch.remove(nulls.filter(isFieldOfKind)).where(inModule).commit()
          }),
        )
        .go(),
    )

  return {
    ...createContentsReader(table),

    readModule: async (courseId, id) => {
      const { data } = await modules.get({ courseId, id }).go({ consistent: true })
      return data && isKept(data) ? { item: Module.parse(data), ...countedOf(data) } : null
    },
    readLesson: async (courseId, id) => {
      const { data } = await lessons.get({ courseId, id }).go({ consistent: true })
      return data && isKept(data) ? { item: toLesson(data), ...countedOf(data) } : null
    },

    addModule: (module, first) =>
      commit(() =>
        outline.transaction
          .write(({ modules, lessons }) => [
            modules
              .put({ ...module, revision: FIRST_REVISION })
              .where(mayBeMade)
              .commit(),
            ...(first ? [lessons.put(newLessonItem(first)).where(mayBeMade).commit()] : []),
          ])
          .go(),
      ),
    addLesson: (lesson) =>
      commit(() =>
        outline.transaction
          .write(({ modules, lessons }) => [
            modules
              .check({ courseId: lesson.courseId, id: lesson.moduleId })
              .where(isThere)
              .commit(),
            lessons.put(newLessonItem(lesson)).where(mayBeMade).commit(),
          ])
          .go(),
      ),
    addLessonsOfNew: async ({ courseId, id }, all) => {
      for (let at = 0; at < all.length; at += MOST_TEXTS) {
        const some = all.slice(at, at + MOST_TEXTS).map(newLessonItem)
        const written = await commit(() =>
          outline.transaction
            .write(({ modules, lessons }) => [
              modules.check({ courseId, id }).where(mayBeMade).commit(),
              ...some.map((lesson) => lessons.put(lesson).commit()),
            ])
            .go(),
        )
        if (!written) return false
      }
      return true
    },

    writeOutline: async (courseId, writes) => {
      for (let at = 0; at < writes.length; at += MOST_WRITES)
        if (!(await writeSome(courseId, writes.slice(at, at + MOST_WRITES)))) return false
      return true
    },

    ...createRemovals(table),
  }
}

interface Stored extends Kept {
  readonly revision: number
  readonly position: number
}
interface Operations extends Checks {
  eq(attribute: number, value: number): string
}

const asItWasRead =
  (seen: OutlineWrite['seen']) =>
  (item: Stored, checks: Operations): string =>
    [
      isThere(item, checks),
      ...(seen.revision === undefined ? [] : [checks.eq(item.revision, seen.revision)]),
      ...(seen.position === undefined ? [] : [checks.eq(item.position, seen.position)]),
    ].join(' AND ')

const newLessonItem = ({ id, courseId, moduleId, title, position, kind, ...own }: New<Lesson>) => ({
  ...{ id, courseId, moduleId, title, position, kind },
  ...withoutNulls(own),
  revision: FIRST_REVISION,
})

const withoutNulls = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
