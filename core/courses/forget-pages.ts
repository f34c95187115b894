import { createHash } from 'node:crypto'
import type { CoursePublished } from '#contract/courses/events'
import { PAGE_QUERY } from '#contract/courses/public-pages'
import { languages, pageOf } from '#contract/words/languages'
import type { EdgeCache } from '#core/videos/playback/forget-at-edge'

/**
 * Courses from which on all pages are forgotten: 3,000 paths may be under way at once.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html
 */
const MANY = 100

/**
 * Has the edge forget the catalogue and the pages of courses that were published; what it makes of them next is of the
 * version that is live by now. Answers which events failed, by their place.
 */
export async function forgetPages(
  { edge }: { edge: EdgeCache },
  events: readonly CoursePublished[],
): Promise<ReadonlyMap<number, unknown>> {
  if (events.length === 0) return new Map()
  try {
    await edge.forget(pathsOf(events), referenceOf(events))
    return new Map()
  } catch (error) {
    return new Map(events.map((_, index) => [index, error]))
  }
}

/**
 * Both the addresses that are asked for and those that the edge's function makes of them.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
 */
function pathsOf(events: readonly CoursePublished[]): readonly string[] {
  const pages = languages.map((language) => `/${pageOf(language)}`)
  const names = [
    ...new Set(
      events.flatMap(({ detail }) => [detail.slug, detail.courseId, ...detail.formerSlugs]),
    ),
  ]
  if (names.length > 2 * MANY) return ['/', '/courses/*', ...pages.map((page) => `${page}*`)]
  return [
    '/',
    ...names.map((name) => `/courses/${name}`),
    ...pages.flatMap((page) => [
      `${page}?${PAGE_QUERY.list}=courses`,
      ...names.map((name) => `${page}?${PAGE_QUERY.course}=${name}`),
    ]),
  ]
}

const referenceOf = (events: readonly CoursePublished[]) =>
  createHash('sha256')
    .update(
      events
        .map(({ id }) => id)
        .sort()
        .join(),
    )
    .digest('hex')
