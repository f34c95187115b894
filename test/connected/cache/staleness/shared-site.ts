import { expect } from 'vitest'
import type { Query } from '#adapters/cache/levels/query'
import { queries } from '#adapters/cache/queries'
import {
  forgettingCourses,
  rememberedCatalogue,
  rememberedPublished,
  rememberedSyllabus,
} from '#adapters/cache/remembered-courses'
import { createPublishedCourses } from '#adapters/dynamo/courses/published-courses'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createSyllabusRepository } from '#adapters/dynamo/courses/syllabus-repository'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { openTable } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import type { CourseCard } from '#contract/courses/course'
import { UNSAID } from '#contract/courses/properties/properties'
import { OPEN_AT_ONCE } from '#contract/rules/release'
import { newId } from '#core/platform/ids'
import { assetOf, sourceFacts } from '#test/support/asset'
import { draftOf } from '#test/support/course'
import { cameIn } from '#test/support/membership'
import { publicationOf } from '#test/support/publication'
import { openEnvironment, placeAt } from '../environment.ts'

/** What `learning`, `catalog` and `teaching` remember and forget, in one. */
export function open(port: number, tableName: string) {
  const environment = openEnvironment(placeAt(port))
  const { cache } = environment
  const table = openTable(tableName)
  const courses = createCourseRepository(table)
  const assets = createAssetRepository(table)
  const readSyllabus = createSyllabusRepository(table).get
  return {
    ...environment,
    stored: courses,
    counter: createEnrolmentCounter(table),
    assets,
    courses: forgettingCourses(courses, cache),
    catalogue: rememberedCatalogue(cache),
    published: rememberedPublished(createPublishedCourses(table), cache),
    syllabus: rememberedSyllabus({ readSyllabus, readAsset: assets.get }, cache),
  }
}
export type Environment = ReturnType<typeof open>

/** One that was answered. What it wrote is its number, from 1. */
export interface Written {
  readonly at: number
  /** Who sees it at once; null: nobody. */
  readonly by: Environment | null
  /** Whether others hear of it. */
  readonly isTold: boolean
}

/** A course and its video: what was written of them, in its order. */
export async function makeCourse({ stored, assets }: Environment, name: string, base: number) {
  const now = new Date()
  const draft = draftOf(name)
  const asset = assetOf({
    id: newId('ast', now),
    sourceKey: `${name}/lecture.mp4`,
    updatedAt: nth(0),
  })
  await stored.create(draft)
  await assets.create(asset, { etag: name, sequencer: '1' })
  const lessons = Array.from({ length: 99 }, () => newId('les', now))
  const written = (): Written[] => []
  const all = { versions: written(), counts: written(), lengths: written() }
  return { draft, asset, lessons, base, ...all }
}
export type Course = Awaited<ReturnType<typeof makeCourse>>

export const writes = {
  publish: async (environment: Environment, { draft: { id, slug }, lessons, versions }: Course) => {
    const version = versions.length + 1
    const publishedAt = new Date().toISOString()
    const card = {
      ...{ id, slug, version, publishedAt, title: `${slug} ${version}`, lessonCount: version },
      ...{ summary: '', teacherName: '', durationSeconds: 0 },
      ...UNSAID,
    }
    const some = lessons.slice(0, version).map((id) => ({ kind: 'article' as const, id }))
    const syllabus = {
      ...{ courseId: id, version, audiences: new Map(), release: OPEN_AT_ONCE },
      lessons: new Map(some.map((one) => [one.id, one])),
    }
    const seen = { expected: version === 1 ? null : version - 1, visibility: 'public' } as const
    // Of two at once one is refused.
    const entry = publicationOf(id, version)
    if (await environment.courses.publish(card, syllabus, seen, entry))
      versions.push({ at: Date.now(), by: environment, isTold: environment.errors.length === 0 })
  },
  count: async ({ counter }: Environment, { draft: { id }, counts }: Course) => {
    await counter.apply(id, [cameIn(newId('usr', new Date()))])
    counts.push({ at: Date.now(), by: null, isTold: false })
  },
  replace: async ({ assets }: Environment, { asset, base, lengths }: Course) => {
    const [before, next] = [lengths.length, lengths.length + 1]
    const source = sourceFacts({ durationSeconds: base + next })
    const replaced = { ...asset, liveVersion: 1, source, updatedAt: nth(next) }
    if (await assets.save(replaced, { updatedAt: nth(before) }))
      lengths.push({ at: Date.now(), by: null, isTold: false })
  },
}

/** A moment for each number. */
const nth = (number: number) => new Date(number).toISOString()

/** By number; null: there is none; left out: it does not say. */
interface Seen {
  readonly version?: number | null
  readonly count?: number
  readonly length?: number | null
}
export interface Read {
  readonly query: Pick<Query<unknown>, 'memory' | 'valkey' | 'negative'>
  readonly see: (environment: Environment, course: Course) => Promise<Seen>
}

export const reads: Record<string, Read> = {
  list: {
    query: queries.catalogue,
    see: async ({ catalogue, stored }, course) => {
      const first = { limit: 4, cursor: undefined }
      const { items } = await catalogue.courses(first, () => stored.listPublished(first))
      const card = items.find(({ id }) => id === course.draft.id)
      return card ? ofCard(card, course) : { version: 0 }
    },
  },
  page: { query: queries.coursePage, see: (...by) => seePage(by[1].draft.id, ...by) },
  address: { query: queries.coursePage, see: (...by) => seePage(by[1].draft.slug, ...by) },
  published: {
    query: queries.published,
    see: async ({ published }, course) => {
      const found = await published.find(course.draft.id)
      expect(found?.version).toBe(found?.card.version)
      return ofCard(found?.card, course)
    },
  },
  card: {
    query: queries.published,
    see: async ({ published }, course) =>
      ofCard((await published.cards([course.draft.id])).get(course.draft.id), course),
  },
  syllabus: {
    query: queries.syllabus,
    see: async ({ syllabus }, { draft: { id }, lessons }) => {
      const found = await syllabus.get(id)
      if (!found) return { version: null }
      const { courseId, version } = found
      expect(courseId).toBe(id)
      expect([...found.lessons.keys()].sort()).toEqual(lessons.slice(0, version).sort())
      return { version }
    },
  },
  length: {
    query: queries.liveDuration,
    see: async ({ syllabus }, { asset, base }) => {
      const length = await syllabus.liveDuration(asset.id)
      if (length === null) return { length }
      expect(Math.abs(length - base)).toBeLessThan(500)
      return { length: length - base }
    },
  },
}

const seePage = async (idOrSlug: string, { catalogue, stored }: Environment, course: Course) => {
  const read = async () => {
    const card = await stored.findPublic(idOrSlug)
    return card && { ...card, description: '', modules: [] }
  }
  return ofCard(await catalogue.page(idOrSlug, read), course)
}

/** All of it is of this course, and of one version. */
function ofCard(card: CourseCard | null | undefined, { draft: { id, slug } }: Course): Seen {
  if (!card) return { version: null }
  const { version, enrolmentCount: count } = card
  expect(card).toMatchObject({ id, slug, title: `${slug} ${version}`, lessonCount: version })
  return { version, count }
}
