import type { AssetId } from '#contract/ids'
import type { CourseDraft } from '#contract/models/course'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { DomainError, InvalidInput, notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import { isNamedAfter, spellingsOf } from '../media/companion-key.ts'
import type { SourceLimits } from '../media/objections.ts'
import { sentences } from '../media/sentences.ts'
import type { AssetRepository } from '../ports/assets.ts'
import type { UploadStore } from '../ports/content.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { findOwnCourse } from './find-own-course.ts'

export interface UploadDeps {
  readonly courses: CourseRepository
  readonly assets: Pick<AssetRepository, 'get'>
  readonly uploads: UploadStore
  readonly clock: Clock
  readonly limits: Pick<SourceLimits, 'maxSourceBytes'>
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

const MIB = 1024 * 1024
/** S3 takes at most 10,000 parts of at least 5 MiB each. */
const MAX_PARTS = 10_000
const LEAST_PART = 8 * MIB

/** Bytes for each part, so that a file of this size stays within S3's number of parts. */
export const partSizeFor = (sizeBytes: number): number =>
  Math.max(LEAST_PART, Math.ceil(sizeBytes / MAX_PARTS / MIB) * MIB)

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
  const course = await findOwnCourse(deps, input)
  const { sizeBytes } = input
  const { maxSourceBytes } = deps.limits
  if (sizeBytes > maxSourceBytes)
    throw new DomainError('too_large', sentences.tooLarge(sizeBytes, maxSourceBytes))
  const key = await keyFor(deps, course, input)
  const mark = newId('up', deps.clock.now())
  const uploadId = await deps.uploads.start(key, input.contentType, mark)
  const partSizeBytes = partSizeFor(sizeBytes)
  return { uploadId, key, mark, partSizeBytes, partCount: Math.ceil(sizeBytes / partSizeBytes) }
}

export const signParts = async (
  deps: UploadDeps,
  input: OfUpload & { partNumbers: readonly number[] },
) => {
  const parts = await knownParts(deps, input)
  const { key, uploadId } = input
  const urls = await Promise.all(
    input.partNumbers.map(async (partNumber) => ({
      partNumber,
      url: await deps.uploads.signPart(key, uploadId, partNumber),
    })),
  )
  return { urls, arrived: parts.map(({ partNumber }) => partNumber) }
}

/** Joins the parts; asked again because the answer was lost, it says the same. */
export const completeUpload = async (
  deps: UploadDeps,
  input: OfUpload & { mark?: string | undefined },
): Promise<void> => {
  const parts = await listParts(deps, input)
  if (!parts && input.mark && (await deps.uploads.markOf(input.key)) === input.mark) return
  if (!parts) throw notFound('upload')
  if (parts.length === 0)
    throw new DomainError(
      'conflict',
      'Nothing of this file has arrived yet. Upload its parts first.',
    )
  await deps.uploads.complete(input.key, input.uploadId, parts)
}

export const abortUpload = async (deps: UploadDeps, input: OfUpload): Promise<void> => {
  await knownParts(deps, input)
  await deps.uploads.abort(input.key, input.uploadId)
}

/** An object is one asset for ever, so the key says whether an upload is another video or the next version of one. */
const keyFor = async (
  deps: UploadDeps,
  course: CourseDraft,
  { fileName, folder, replaces, beside }: { fileName: string } & Place,
): Promise<string> => {
  if (replaces) return (await ownVideo(deps, course, replaces)).sourceKey
  if (beside) {
    const { sourceKey } = await ownVideo(deps, course, beside)
    const place = sourceKey.slice(0, sourceKey.lastIndexOf('/') + 1)
    const keys = spellingsOf(safeName(fileName)).map((name) => place + name)
    const key = keys.find((spelling) => isNamedAfter(spelling, sourceKey))
    if (key !== undefined) return key
    throw new InvalidInput([{ path: 'body.fileName', message: sentences.notNamedAfter(sourceKey) }])
  }
  const folders = (folder ?? '')
    .split('/')
    .map(safeName)
    .filter((name) => name !== '')
  // A folder of its own: the same file name twice must not overwrite the first.
  const path = folders.length > 0 ? folders.join('/') : newId('up', deps.clock.now())
  return `${course.slug}/${path}/${safeName(fileName)}`
}

const ownVideo = async (deps: UploadDeps, course: CourseDraft, id: AssetId) => {
  const asset = await deps.assets.get(id)
  if (asset?.courseId !== course.id || asset.state === 'deleting') throw notFound('video')
  return asset
}

const knownParts = async (deps: UploadDeps, input: OfUpload) => {
  const parts = await listParts(deps, input)
  if (!parts) throw notFound('upload')
  return parts
}

/** A key is the caller's word: it must lie in a course that is theirs, or it names nothing. */
const listParts = async (deps: UploadDeps, input: OfUpload) => {
  const course = await findOwnCourse(deps, input)
  // Content teams may name the course by its id too, and what replaces such a video goes there.
  if (![course.slug, course.id].some((name) => input.key.startsWith(`${name}/`)))
    throw notFound('upload')
  return deps.uploads.listParts(input.key, input.uploadId)
}

/** Slashes would make folders, and control characters break listings. */
const safeName = (fileName: string) =>
  fileName
    .trim()
    .replace(/[\p{Cc}\p{Cf}\\/]+/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-200)
