import type { CourseDraft } from '#contract/courses/course'
import type { AssetId } from '#contract/platform/ids'
import { MOST_KEY_BYTES, utf8Bytes } from '#contract/platform/key-rules'
import type { UploadSettings } from '#contract/platform/media-settings'
import { say } from '#contract/say'
import { findUsableAsset } from '#core/access/own-asset'
import { findOwnCourse } from '#core/access/own-course'
import type { MembershipReader } from '#core/access/ports'
import type { UploadStore } from '#core/courses/content-ports'
import type { CourseRepository } from '#core/courses/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError, InvalidInput, notFound } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import type { AssetRepository } from '#core/videos/asset-ports'
import { isNamedAfter, spellingsOf, stemOf } from '#core/videos/source/companion-key'
import { objectionToSize } from '#core/videos/source/objections'
import type { StartedUpload, UploadRepository } from './ports.ts'
import { objectionToParts, planParts, wholeParts } from './upload-parts.ts'

export interface UploadDeps {
  readonly courses: Pick<CourseRepository, 'get'>
  readonly memberships: MembershipReader
  readonly assets: Pick<AssetRepository, 'get'>
  readonly uploads: UploadStore
  readonly started: UploadRepository
  readonly clock: Clock
  readonly limits: Pick<UploadSettings, 'maxBytes'>
}

interface OfUpload {
  readonly actor: Actor
  readonly courseId: string
  readonly uploadId: string
  readonly key: string
}

/** Where an upload goes; a folder of its own when nothing is said. */
interface Place {
  readonly folder?: string | undefined
  readonly replaces?: AssetId | undefined
  readonly beside?: AssetId | undefined
}

export const startUpload = async (
  deps: UploadDeps,
  input: {
    actor: Actor
    courseId: string
    fileName: string
    sizeBytes: number
    contentType: string
  } & Place,
) => {
  const course = await findOwnCourse(deps, input, 'media')
  const { sizeBytes } = input
  const objection = objectionToSize(sizeBytes, deps.limits.maxBytes)
  if (objection) throw new DomainError('too_large', objection)
  const key = await keyFor(deps, course, input)
  const mark = newId('up', deps.clock.now())
  const uploadId = await deps.uploads.start(key, input.contentType, mark)
  const plan = planParts(sizeBytes)
  await deps.started.add({ uploadId, courseId: course.id, key, mark, ...plan })
  const { partSizeBytes, partCount } = plan
  return { uploadId, key, partSizeBytes, partCount }
}

/** Addresses for some parts, and which parts arrived as they should be: all others are to be sent. */
export const signParts = async (
  deps: UploadDeps,
  input: OfUpload & { partNumbers: readonly number[] },
) => {
  const upload = await startedUpload(deps, input)
  const { key, uploadId, partCount } = upload
  if (input.partNumbers.some((number) => number > partCount))
    throw new InvalidInput([
      { path: 'body.partNumbers', reason: say('part_beyond', { partCount }) },
    ])
  const parts = await deps.uploads.listParts(key, uploadId)
  if (!parts) throw notFound('upload')
  const urls = await Promise.all(
    input.partNumbers.map(async (partNumber) => ({
      partNumber,
      url: await deps.uploads.signPart(key, uploadId, partNumber),
    })),
  )
  return { urls, arrived: wholeParts(upload, parts).map(({ partNumber }) => partNumber) }
}

/**
 * Joins the parts once they are the file that was begun: S3 would join whatever is there, holes and all.
 * Asked again because the answer was lost, it says the same.
 */
export const completeUpload = async (
  deps: Pick<UploadDeps, 'courses' | 'memberships'> & {
    readonly uploads: Pick<UploadStore, 'listParts' | 'complete' | 'markOf'>
    readonly started: Pick<UploadRepository, 'get'>
  },
  input: OfUpload,
): Promise<void> => {
  const upload = await startedUpload(deps, input)
  const { key, uploadId, mark } = upload
  const parts = await deps.uploads.listParts(key, uploadId)
  const objection = parts && objectionToParts(upload, parts)
  if (objection) throw new DomainError('conflict', objection)
  const joined = parts
    ? await deps.uploads.complete(key, uploadId, wholeParts(upload, parts))
    : 'gone'
  if (joined === 'changed') throw new DomainError('conflict', say('upload_part_again'))
  if (joined === 'gone' && (await deps.uploads.markOf(key)) !== mark) throw notFound('upload')
}

export const abortUpload = async (deps: UploadDeps, input: OfUpload): Promise<void> => {
  const { key, uploadId } = await startedUpload(deps, input)
  await deps.uploads.abort(key, uploadId)
}

/** An object is one asset for ever, so the key says whether an upload is another video or the next version of one. */
const keyFor = async (
  deps: UploadDeps,
  course: CourseDraft,
  { fileName, folder, replaces, beside }: { fileName: string } & Place,
): Promise<string> => {
  const videoOf = (assetId: AssetId) => findUsableAsset(deps, { courseId: course.id, assetId })
  if (replaces) return (await videoOf(replaces)).sourceKey
  if (beside) {
    const { sourceKey } = await videoOf(beside)
    const place = sourceKey.slice(0, sourceKey.lastIndexOf('/') + 1)
    const key = place + safeName(fileName)
    if (!isNamedAfter(key, sourceKey))
      throw new InvalidInput([
        { path: 'body.fileName', reason: say('not_named_after', { name: nameOf(sourceKey) }) },
      ])
    // Spelled as its video is, so that the same name is the same object.
    return ofS3Length(spellingsOf(key).find((one) => one.startsWith(stemOf(sourceKey))) ?? key)
  }
  const folders = (folder ?? '')
    .split('/')
    .map(safeName)
    .filter((name) => name !== '')
  // A folder of its own: the same file name twice must not overwrite the first.
  const path = folders.length > 0 ? folders.join('/') : newId('up', deps.clock.now())
  return ofS3Length(`${course.slug}/${path}/${safeName(fileName)}`)
}

/** Id and key are the caller's word: both must be those of an upload into a course that is theirs. */
const startedUpload = async (
  deps: Pick<UploadDeps, 'courses' | 'memberships'> & {
    readonly started: Pick<UploadRepository, 'get'>
  },
  input: OfUpload,
): Promise<StartedUpload> => {
  const course = await findOwnCourse(deps, input, 'media')
  const upload = await deps.started.get(input.uploadId)
  if (upload?.courseId !== course.id || upload.key !== input.key) throw notFound('upload')
  return upload
}

/** `kernel` of `linear-algebra/maps/kernel.mp4`. */
const nameOf = (videoKey: string) => stemOf(videoKey.replace(/^.*\//, ''))

/** Slashes would make folders. */
const safeName = (fileName: string) =>
  fileName
    .trim()
    .replace(/[\\/]+/g, '_')
    .replace(/^\.+/, '_')

function ofS3Length(key: string): string {
  const over = utf8Bytes(key) - MOST_KEY_BYTES
  if (over <= 0) return key
  throw new InvalidInput([{ path: 'body.fileName', reason: say('name_too_long', { bytes: over }) }])
}
