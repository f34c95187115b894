import { contentKeys, PublishedContents } from '#contract/courses/content'
import { fileIdsOf } from '#contract/lessons/rules/index'
import type { CourseId } from '#contract/platform/ids'
import type { CourseReader } from '#core/access/ports'
import type { ContentStore } from '#core/courses/content-ports'
import type { OutlineRepository } from '#core/lessons/ports'

export interface FileUsesDeps {
  readonly courses: CourseReader
  readonly outlines: Pick<OutlineRepository, 'listContents'>
  readonly content: Pick<ContentStore, 'readJson'>
}

/** What uses a file, in the draft or as learners see it now: the course as its cover, and lessons. */
export async function findFileUses(
  { courses, outlines, content }: FileUsesDeps,
  courseId: CourseId,
  fileId: string,
): Promise<{ isCover: boolean; lessons: { title: string; published: boolean }[] }> {
  const [{ lessons }, course] = await Promise.all([
    outlines.listContents(courseId),
    courses.get(courseId),
  ])
  const version = course?.publishedVersion
  const live = version
    ? PublishedContents.parse(await content.readJson(contentKeys.contents(courseId, version)))
    : null
  const uses = new Map<string, { title: string; published: boolean }>()
  for (const { id, title, fileIds } of live?.modules.flatMap((module) => module.lessons) ?? [])
    if (fileIds.some((used) => used === fileId)) uses.set(id, { title, published: true })
  for (const lesson of lessons)
    if (!uses.has(lesson.id) && fileIdsOf(lesson).some((used) => used === fileId))
      uses.set(lesson.id, { title: lesson.title, published: false })
  const isCover = [course?.cover?.fileId, live?.coverFileId].some((used) => used === fileId)
  return { isCover, lessons: [...uses.values()] }
}
