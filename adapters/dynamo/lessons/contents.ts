import { Service } from 'electrodb'
import type { Table } from '#adapters/dynamo/table'
import type { LessonKind } from '#contract/lessons/kinds/index'
import { Lesson, Module } from '#contract/lessons/lesson'
import { say } from '#contract/say'
import type { Contents, OutlineRepository } from '#core/lessons/ports'
import { DomainError } from '#core/platform/errors'
import { lessonEntity, moduleEntity } from './entity.ts'
import { nullsOf } from './kinds.ts'

/** Readings of one outline, each of which somebody wrote into. */
const TRIES = 8

/** What of an item says that it is another than it was. */
const MARKS = ['id', 'revision', 'position', 'moduleId', 'removed'] as const

/** All modules and lessons of a course, which are one partition. */
export function createContentsReader(
  table: Table,
): Pick<OutlineRepository, 'listContents' | 'listAtOnce'> {
  const outline = new Service({ modules: moduleEntity(table), lessons: lessonEntity(table) })
  const readPage = (courseId: string, cursor: string | null) =>
    outline.collections.outline({ courseId }).go({ consistent: true, cursor })
  type Pages = Awaited<ReturnType<typeof readPage>>[]

  /** On from those that were read, to the end or until there are so many. */
  const readOn = async (courseId: string, begun: Pages, most = Infinity): Promise<Pages> => {
    const pages = [...begun]
    let cursor = pages.at(-1)?.cursor
    while (cursor !== null && pages.length < most) {
      const page = await readPage(courseId, cursor ?? null)
      pages.push(page)
      cursor = page.cursor
    }
    return pages
  }
  const toContents = (pages: Pages): Contents => {
    const standing = pages.flatMap(({ data }) => data.modules.filter(isKept))
    const there = new Set(standing.map(({ id }) => id))
    return {
      modules: standing.map((item) => Module.parse(item)),
      lessons: pages.flatMap(({ data }) =>
        data.lessons.filter((lesson) => isKept(lesson) && there.has(lesson.moduleId)).map(toLesson),
      ),
    }
  }

  return {
    listContents: async (courseId) => toContents(await readOn(courseId, [])),

    /**
     * Most outlines are one page, a megabyte. Of several those before the last are read once more: where they are as
     * they were, all of them stood so when the last was read. Otherwise they are gone on from.
     * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html
     */
    listAtOnce: async (courseId) => {
      let pages = await readOn(courseId, [])
      for (let tries = 0; tries < TRIES; tries += 1) {
        const before = pages.slice(0, -1)
        const again = await readOn(courseId, [], before.length)
        if (marksOf(again) === marksOf(before)) return toContents(pages)
        pages = await readOn(courseId, again)
      }
      throw new DomainError('conflict', say('outline_contended'))
    },
  }
}

const marksOf = (pages: readonly { data: { modules: object[]; lessons: object[] } }[]): string =>
  JSON.stringify(
    pages.map(({ data }) =>
      [...data.modules, ...data.lessons].map((item) =>
        MARKS.map((mark) => Reflect.get(item, mark)),
      ),
    ),
  )

export const isKept = ({ removed }: { removed?: string | undefined }) => removed === undefined

export const toLesson = (item: { kind: LessonKind }): Lesson =>
  Lesson.parse({ ...nullsOf(item.kind), ...item })
