import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import type { Table } from '#adapters/dynamo/table'
import { FIRST_REVISION, type New } from '#contract/http/revision'
import type { LessonKind } from '#contract/lessons/kinds/index'
import { Lesson, Module } from '#contract/lessons/lesson'
import type { OutlineRepository, OutlineWrite } from '#core/lessons/ports'
import { lessonEntity, moduleEntity } from './entity.ts'
import { isFieldOfKind, nullsOf } from './kinds.ts'

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const MOST_WRITES = 100
/** As many of the longest articles, of 301 kB, as stay below a transaction's 4 MB. */
const MOST_DELETED = 12

/** A course's modules and lessons: items of one partition, each with a place of its own. */
export const createOutlineRepository = (table: Table): OutlineRepository => {
  const modules = moduleEntity(table)
  const lessons = lessonEntity(table)
  const outline = new Service({ modules, lessons })
  const readAll = async (courseId: string) =>
    (await outline.collections.outline({ courseId }).go({ pages: 'all', consistent: true })).data

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
            if (!set) return lessons.check(key).where(asRead).commit()
            const patch = lessons.patch(key).set(withoutNulls(set))
            const nulls = Object.keys(set).filter((name) => set[name] === null)
            return patch.remove(nulls.filter(isFieldOfKind)).where(asRead).commit()
          }),
        )
        .go(),
    )

  const sweep = async (courseId: string, moduleId: string) => {
    const left = (await readAll(courseId)).lessons.filter((lesson) => lesson.moduleId === moduleId)
    for (let at = 0; at < left.length; at += MOST_DELETED)
      await commit(() =>
        outline.transaction
          .write(({ lessons }) =>
            left
              .slice(at, at + MOST_DELETED)
              .map(({ id }) => lessons.delete({ courseId, id }).commit()),
          )
          .go(),
      )
  }

  return {
    listContents: async (courseId) => {
      const found = await readAll(courseId)
      const there = new Set(found.modules.map(({ id }) => id))
      return {
        modules: found.modules.map((item) => Module.parse(item)),
        lessons: found.lessons.filter(({ moduleId }) => there.has(moduleId)).map(toLesson),
      }
    },

    readModule: async (courseId, id) => {
      const { data } = await modules.get({ courseId, id }).go({ consistent: true })
      return data && { item: Module.parse(data), changed: data.changed ?? {} }
    },
    readLesson: async (courseId, id) => {
      const { data } = await lessons.get({ courseId, id }).go({ consistent: true })
      return data && { item: toLesson(data), changed: data.changed ?? {} }
    },

    addModule: (module, first) =>
      commit(() =>
        outline.transaction
          .write(({ modules, lessons }) => [
            modules.create({ ...module, revision: FIRST_REVISION }).commit(),
            ...(first ? [lessons.create(newLessonItem(first)).commit()] : []),
          ])
          .go(),
      ),
    addLesson: (lesson) =>
      commit(() =>
        outline.transaction
          .write(({ modules, lessons }) => [
            modules
              .check({ courseId: lesson.courseId, id: lesson.moduleId })
              .where(({ id }, { exists }) => exists(id))
              .commit(),
            lessons.create(newLessonItem(lesson)).commit(),
          ])
          .go(),
      ),

    writeOutline: async (courseId, writes) => {
      for (let at = 0; at < writes.length; at += MOST_WRITES)
        if (!(await writeSome(courseId, writes.slice(at, at + MOST_WRITES)))) return false
      return true
    },

    // The module first: from then on nothing can be added to it, and its lessons are not there any more.
    deleteModule: async (courseId, id) => {
      const wasThere = await commit(() =>
        outline.transaction
          .write(({ modules }) => [
            modules
              .delete({ courseId, id })
              .where((stored, { exists }) => exists(stored.id))
              .commit(),
          ])
          .go(),
      )
      // Whether it was there or not: a deletion may have ended half-way.
      await sweep(courseId, id)
      return wasThere
    },
    deleteLesson: (courseId, id) =>
      commit(() =>
        outline.transaction
          .write(({ lessons }) => [
            lessons
              .delete({ courseId, id })
              .where((stored, { exists }) => exists(stored.id))
              .commit(),
          ])
          .go(),
      ),
  }
}

interface Stored {
  readonly id: string
  readonly revision: number
  readonly position: number
}
interface Operations {
  eq(attribute: number, value: number): string
  exists(attribute: string): string
}

const asItWasRead =
  (seen: OutlineWrite['seen']) =>
  ({ id, revision, position }: Stored, { eq, exists }: Operations): string =>
    [
      exists(id),
      ...(seen.revision === undefined ? [] : [eq(revision, seen.revision)]),
      ...(seen.position === undefined ? [] : [eq(position, seen.position)]),
    ].join(' AND ')

const newLessonItem = ({ id, courseId, moduleId, title, position, kind, ...own }: New<Lesson>) => ({
  ...{ id, courseId, moduleId, title, position, kind },
  ...withoutNulls(own),
  revision: FIRST_REVISION,
})

const withoutNulls = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

const toLesson = (item: { kind: LessonKind }): Lesson =>
  Lesson.parse({ ...nullsOf(item.kind), ...item })
