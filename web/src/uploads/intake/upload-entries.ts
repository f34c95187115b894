import type { AssetId, CourseId } from '#contract/platform/ids'
import { findVideoOf, type KnownAsset, knownVideos } from '#web/uploads/place-captions.ts'
import { folderBelowCourse } from '#web/uploads/sort-files.ts'
import { type FileWithHandle, newPlan, type Upload, type UploadPlan } from '#web/uploads/upload.ts'
import type { IntakeItem } from './intake.ts'

/** Where the chosen files go. */
export interface UploadTarget {
  readonly courseId: CourseId
  readonly courseSlug?: string | undefined
  readonly replaces?: AssetId | undefined
}

/** A video with the captions that came along, as the queue takes them. */
export function entriesOf({ id, chosen, captions }: IntakeItem, target: UploadTarget) {
  return [
    entryOf(chosen, target, { id, replaces: target.replaces ?? null }),
    ...captions.map((one) => entryOf(one, target, { beside: id })),
  ]
}

/** Captions and chapters that came without their video: to the one that they are called after. */
export function placeLoose(
  loose: readonly FileWithHandle[],
  target: UploadTarget,
  assets: readonly KnownAsset[],
  uploads: readonly Upload[],
) {
  const { courseId, courseSlug } = target
  const videos = knownVideos(
    assets,
    uploads.filter((one) => one.courseId === courseId),
  )
  const entries: ReturnType<typeof entryOf>[] = []
  const homeless: { name: string; why: string }[] = []
  for (const one of loose) {
    const { file, folder } = one
    const video = findVideoOf({ file, folder: folderBelowCourse(folder, courseSlug) }, videos)
    if (typeof video === 'string')
      homeless.push({ name: folder ? `${folder}/${file.name}` : file.name, why: video })
    else entries.push(entryOf(one, target, video.place))
  }
  return { entries, homeless }
}

function entryOf(
  { file, folder, handle }: FileWithHandle,
  { courseId, courseSlug }: UploadTarget,
  facts: Partial<UploadPlan>,
) {
  const below = folderBelowCourse(folder, courseSlug) || null
  const plan = newPlan(file, { id: crypto.randomUUID(), courseId, folder: below, ...facts })
  return { plan, file, handle }
}
