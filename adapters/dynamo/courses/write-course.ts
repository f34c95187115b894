import { commitPlain, type PlainWrite } from '#adapters/dynamo/commit'
import type { EnrolmentCountItem } from '#adapters/dynamo/enrolments/count-entity'
import { enrolmentCountKeys } from '#adapters/dynamo/enrolments/keys'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { CourseDraft } from '#contract/courses/course'
import type { CourseRepository, CourseWrite } from '#core/courses/ports'
import type { CourseItem, SlugItem } from './entity.ts'
import { courseKeys, slugKeys } from './keys.ts'

/** Writes fields of a course: with its slugs where its address changes, and its count where its places do. */
export const createCourseWriter = (table: Table): CourseRepository['write'] => {
  const courses = plainItems<CourseItem>(table, courseKeys)
  const slugs = plainItems<SlugItem>(table, slugKeys)
  const counts = plainItems<EnrolmentCountItem>(table, enrolmentCountKeys)

  const toCourse = (before: CourseDraft, fields: Omit<CourseWrite, 'capacity'>): PlainWrite => {
    const isPublished = before.publishedVersion !== null
    const { visibility } = fields
    const given = Object.entries(fields).filter(([, value]) => value !== undefined)
    const set: Partial<CourseItem> = Object.fromEntries(given.filter(([, value]) => value !== null))
    if (visibility === 'public' && isPublished)
      Object.assign(set, { catalogue: 'all', publishedAt: before.publishedAt })
    const taken = given.flatMap(([name, value]) => (value === null ? name : []))
    if (visibility && visibility !== 'public') taken.push('catalogue')
    const { Update } = courses.toUpdate(
      before,
      // Of a course's own fields: the contract named them.
      { set, remove: taken as (keyof CourseItem)[] },
      {
        // Whether it is published says whether it is listed.
        holds: `revision = :seen AND ${isPublished ? 'publishedVersion = :live' : 'attribute_not_exists(publishedVersion)'}`,
        values: { seen: before.revision, ...(isPublished && { live: before.publishedVersion }) },
      },
    )
    if (!fields.slug || !isPublished) return { Update }
    // What lists show of it carries its address, too.
    const expression = Update.UpdateExpression.replace('SET ', (set) => `${set}card.slug = :slug, `)
    return { Update: { ...Update, UpdateExpression: expression } }
  }

  const toSlugs = (before: CourseDraft, slug: string, formerSlugs: readonly string[]) => {
    const { id: courseId, createdAt } = before
    const isOurs = { holds: 'courseId = :ours', values: { ours: courseId } }
    const isFree = { ...isOurs, holds: `attribute_not_exists(courseId) OR ${isOurs.holds}` }
    const freed = before.formerSlugs.filter((one) => one !== slug && !formerSlugs.includes(one))
    return [
      slugs.toPut({ slug, courseId, createdAt, site: 'all' }, isFree),
      slugs.toPut({ slug: before.slug, courseId, createdAt }, isOurs),
      ...freed.map((one) => slugs.toDelete({ slug: one }, isOurs)),
    ]
  }

  const toPlaces = (courseId: string, places: number | null): PlainWrite =>
    places === null
      ? counts.toUpdate(
          { courseId },
          { set: { courseId }, once: { enrolled: 0 }, remove: ['places'] },
          { holds: 'attribute_exists(pk)' },
        )
      : counts.toUpdate(
          { courseId },
          { set: { courseId, places, ...counts.marks }, once: { enrolled: 0 } },
          { holds: 'attribute_not_exists(enrolled) OR enrolled <= :places' },
        )

  return async (before, { capacity, ...fields }) => {
    const { slug } = fields
    const renaming = slug ? toSlugs(before, slug, fields.formerSlugs ?? []) : []
    const refused = await commitPlain(table, [
      toCourse(before, fields),
      ...renaming,
      ...(capacity === undefined ? [] : [toPlaces(before.id, capacity)]),
    ])
    if (!refused) return 'written'
    return slug && refused.includes(1) && !refused.includes(0) ? 'slug_taken' : 'overtaken'
  }
}
