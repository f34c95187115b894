import { contentKeys, PublishedContents } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import type { ContentStore } from '#core/courses/content-ports'

/** A published version's lessons with their modules' titles, in their order. */
export async function publishedLessons(
  content: Pick<ContentStore, 'readJson'>,
  courseId: CourseId,
  version: number | null,
) {
  if (version === null) return []
  const { modules } = PublishedContents.parse(
    await content.readJson(contentKeys.contents(courseId, version)),
  )
  return modules.flatMap(({ title, lessons }) =>
    lessons.map((lesson) => ({ moduleTitle: title, ...lesson })),
  )
}
