import { contentKeys, PublishedContents } from '#contract/courses/content'
import { assetIdsOf } from '#contract/lessons/rules/index'
import type { CourseId } from '#contract/platform/ids'
import type { AssetUse } from '#contract/videos/asset'
import type { ContentStore } from '#core/courses/content-ports'
import type { CourseRepository } from '#core/courses/ports'
import type { OutlineRepository } from '#core/lessons/ports'

export interface UsesDeps {
  readonly courses: Pick<CourseRepository, 'get'>
  readonly outlines: Pick<OutlineRepository, 'listContents'>
  readonly content: Pick<ContentStore, 'readJson'>
}

/** The lessons that show an asset, also within an article, in the draft or to learners. */
export async function findAssetUses(
  deps: UsesDeps,
  courseId: CourseId,
  assetId: string,
): Promise<AssetUse[]> {
  const [{ lessons }, shown] = await Promise.all([
    deps.outlines.listContents(courseId),
    listPublishedLessons(deps, courseId),
  ])
  const published = shown.filter((lesson) =>
    [lesson.assetId, ...lesson.videosWithin].some((id) => id === assetId),
  )
  const inDraft = lessons.filter((lesson) => assetIdsOf(lesson).some((id) => id === assetId))
  const uses = new Map<string, AssetUse>()
  for (const { id, title } of published) uses.set(id, { lessonId: id, title, published: true })
  for (const { id, title } of inDraft)
    uses.set(id, { lessonId: id, title, published: uses.has(id) })
  return [...uses.values()]
}

async function listPublishedLessons({ courses, content }: UsesDeps, courseId: CourseId) {
  const version = (await courses.get(courseId))?.publishedVersion
  if (!version) return []
  const contents = await content.readJson(contentKeys.contents(courseId, version))
  return PublishedContents.parse(contents).modules.flatMap(({ lessons }) => lessons)
}
