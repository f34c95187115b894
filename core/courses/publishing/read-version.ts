import { contentKeys, PublishedOutline } from '#contract/courses/content'
import type { CourseDraft } from '#contract/courses/course'
import type { CourseId } from '#contract/platform/ids'
import type { ContentStore } from '#core/courses/content-ports'
import { outlineCompared, recordCompared } from '#core/courses/versions/comparable'
import type { Comparable } from '#core/courses/versions/compare-versions'
import { recordKey, VersionRecord } from '#core/courses/versions/version-record'
import { notFound } from '#core/platform/errors'
import type { Publication, Publications } from './ports.ts'

export interface VersionDeps {
  readonly content: Pick<ContentStore, 'readJson'>
  readonly publications: Publications
}

/** What learners see, to be compared; null where nothing is published that could be. */
export async function readLive(
  { content }: Pick<VersionDeps, 'content'>,
  { id, publishedVersion: version, outdated }: CourseDraft,
  last: Publication | null,
  now: Date,
): Promise<Comparable | null> {
  if (version === null || outdated) return null
  if (last?.version === version) return recordCompared(await readRecord(content, id, version), now)
  // It was published before records were kept.
  const outline = await content.readJson(contentKeys.outline(id, version))
  return outlineCompared(PublishedOutline.parse(outline), now)
}

/**
 * A version that learners saw. What a failed publishing left in the bucket is none.
 * @throws DomainError where there is none of this number
 */
export async function findVersion(
  { content, publications }: VersionDeps,
  courseId: CourseId,
  version: number,
): Promise<VersionRecord> {
  const entry = await publications.get(courseId, version)
  if (entry?.version !== version) throw notFound('version')
  return readRecord(content, courseId, version)
}

const readRecord = async (
  content: VersionDeps['content'],
  courseId: CourseId,
  version: number,
): Promise<VersionRecord> =>
  VersionRecord.parse(await content.readJson(recordKey(courseId, version)))
