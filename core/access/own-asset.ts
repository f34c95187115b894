import type { AssistantRight } from '#contract/people/course-rights'
import type { Asset } from '#contract/videos/asset'
import { notFound } from '#core/platform/errors'
import { findOwnCourse, type OfCourse } from './own-course.ts'
import type { AssetReader, TeachingReaders } from './ports.ts'

/** An asset of a course that the actor teaches and may do this in. It is found below its own course alone. */
export async function findOwnAsset(
  deps: TeachingReaders & { readonly assets: AssetReader },
  input: OfCourse & { readonly assetId: string },
  right: AssistantRight | 'read',
): Promise<Asset> {
  const course = await findOwnCourse(deps, input, right)
  const asset = await deps.assets.get(input.assetId)
  if (asset?.courseId !== course.id) throw notFound('video')
  return asset
}

/** An asset that a course may show or replace: one of its own, and not one that is being deleted. */
export async function findUsableAsset(
  { assets }: { readonly assets: AssetReader },
  { courseId, assetId }: { readonly courseId: string; readonly assetId: string },
): Promise<Asset> {
  const asset = await assets.get(assetId)
  if (asset?.courseId !== courseId || asset.state === 'deleting') throw notFound('video')
  return asset
}
