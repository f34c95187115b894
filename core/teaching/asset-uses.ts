import type { CourseId } from '#contract/ids'
import type { AssetUse } from '#contract/models/asset'
import type { CourseRepository } from '../ports/courses.ts'

/** The lessons that show an asset, in the draft or to learners. */
export async function findAssetUses(
  courses: Pick<CourseRepository, 'listContents' | 'listPublishedVideos'>,
  courseId: CourseId,
  assetId: string,
): Promise<AssetUse[]> {
  const [{ lessons }, videos] = await Promise.all([
    courses.listContents(courseId),
    courses.listPublishedVideos(courseId),
  ])
  const published = videos.filter((video) => video.assetId === assetId)
  const inDraft = lessons.filter((lesson) => lesson.kind === 'video' && lesson.assetId === assetId)
  const uses = new Map<string, AssetUse>()
  for (const { lessonId, title } of published)
    uses.set(lessonId, { lessonId, title, published: true })
  for (const { id, title } of inDraft)
    uses.set(id, { lessonId: id, title, published: uses.has(id) })
  return [...uses.values()]
}
