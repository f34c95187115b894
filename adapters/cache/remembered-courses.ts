import type { Cache } from '#adapters/cache/levels/cache'
import type { PublishedCourseTable } from '#adapters/dynamo/courses/published-courses'
import type { Asset } from '#contract/videos/asset'
import type { CatalogueCache, CourseRepository, PublishedCourses } from '#core/courses/ports'
import type { Syllabus, SyllabusReader } from '#core/courses/syllabus-ports'
import { liveSource } from '#core/videos/source/known-source'
import { forgottenBy, queries } from './queries.ts'

/** The catalogue's public answers. */
export const rememberedCatalogue = (cache: Cache): CatalogueCache => {
  const lists = cache.shared(queries.catalogue)
  const pages = cache.shared(queries.coursePage)
  return {
    courses: async ({ limit, cursor = '' }, read) =>
      (await lists.read('*', `${limit}:${cursor}`, read)) ?? read(),
    page: (idOrSlug, read) => pages.read(idOrSlug, '', read),
  }
}

/** Published courses, by what `published` reads. That one is not published nobody remembers. */
export const rememberedPublished = (
  published: PublishedCourseTable,
  cache: Cache,
): PublishedCourses => {
  const courses = cache.shared(queries.published)
  return {
    find: (courseId, enough) => courses.read(courseId, '', () => published.find(courseId), enough),
    cards: async (courseIds) => {
      const found = await courses.readMany(courseIds, published.findEvery)
      return new Map([...found].map(([id, { card }]) => [id, card]))
    },
  }
}

/** What acts without being published. */
const DOORS = ['slug', 'visibility', 'enrolling', 'capacity'] as const

/** Publishing makes forgotten what it changes, and so does what acts at once. */
export const forgettingCourses = (courses: CourseRepository, cache: Cache): CourseRepository => ({
  ...courses,
  publish: (card, syllabus, seen, entry) => {
    const { id: courseId, slug } = card
    return cache.forgetting(forgottenBy('publish', { courseId, slug }), () =>
      courses.publish(card, syllabus, seen, entry),
    )
  },
  write: (before, fields) => {
    const { id: courseId } = before
    const slugs = [before.slug, ...before.formerSlugs, ...(fields.slug ? [fields.slug] : [])]
    const shows = DOORS.some((name) => fields[name] !== undefined)
    const forgotten = shows
      ? slugs.flatMap((slug) => forgottenBy('publish', { courseId, slug }))
      : []
    return cache.forgetting(forgotten, () => courses.write(before, fields))
  },
})

/** Every heartbeat asks for one of each, and a busy environment serves many learners of few courses. */
export const rememberedSyllabus = (
  sources: {
    readonly readSyllabus: (courseId: string) => Promise<Syllabus | null>
    readonly readAsset: (assetId: string) => Promise<Asset | null>
  },
  cache: Cache,
): SyllabusReader => {
  const syllabuses = cache.shared(queries.syllabus)
  const durations = cache.shared(queries.liveDuration)
  return {
    get: (courseId, enough) =>
      syllabuses.read(courseId, '', () => sources.readSyllabus(courseId), enough),
    liveDuration: (assetId) =>
      durations.read(assetId, '', async () => liveDurationOf(await sources.readAsset(assetId))),
  }
}

const liveDurationOf = (asset: Asset | null): number | null =>
  asset && (liveSource(asset)?.durationSeconds ?? null)
