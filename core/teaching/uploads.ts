import type { CourseDraft } from '#contract/models/course'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { DomainError, notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import type { UploadStore } from '../ports/content.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { findOwnCourse } from './find-own-course.ts'

export interface UploadDeps {
  readonly courses: CourseRepository
  readonly uploads: UploadStore
  readonly clock: Clock
  readonly maxUploadBytes: number
}

interface OfUpload {
  readonly actor: Actor
  readonly courseId: string
  readonly uploadId: string
  readonly key: string
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
  },
) => {
  const course = await findOwnCourse(deps, input)
  const { sizeBytes } = input
  if (sizeBytes > deps.maxUploadBytes)
    throw new DomainError(
      'too_large',
      `The file has ${(sizeBytes / 1e9).toFixed(1)} GB; at most ${(deps.maxUploadBytes / 1e9).toFixed(1)} GB are taken. Make it smaller, or ask the operator to raise the limit.`,
    )
  // A folder of its own: the same file name twice must not overwrite the first.
  const folder = newId('up', deps.clock.now())
  const key = `${prefixOf(course)}${folder}/${safeName(input.fileName)}`
  const uploadId = await deps.uploads.start(key, input.contentType)
  const partSizeBytes = partSizeFor(sizeBytes)
  return { uploadId, key, partSizeBytes, partCount: Math.ceil(sizeBytes / partSizeBytes) }
}

export const signParts = async (
  deps: UploadDeps,
  input: OfUpload & { partNumbers: readonly number[] },
) => {
  const parts = await listOwnParts(deps, input)
  const { key, uploadId } = input
  const urls = await Promise.all(
    input.partNumbers.map(async (partNumber) => ({
      partNumber,
      url: await deps.uploads.signPart(key, uploadId, partNumber),
    })),
  )
  return { urls, arrived: parts.map(({ partNumber }) => partNumber) }
}

export const completeUpload = async (deps: UploadDeps, input: OfUpload): Promise<void> => {
  const parts = await listOwnParts(deps, input)
  if (parts.length === 0)
    throw new DomainError(
      'conflict',
      'Nothing of this file has arrived yet. Upload its parts first.',
    )
  await deps.uploads.complete(input.key, input.uploadId, parts)
}

export const abortUpload = async (deps: UploadDeps, input: OfUpload): Promise<void> => {
  await listOwnParts(deps, input)
  await deps.uploads.abort(input.key, input.uploadId)
}

const prefixOf = (course: CourseDraft) => `${course.slug}/`

/** A key is the caller's word: it must lie in a course that is theirs, or it names nothing. */
const listOwnParts = async (deps: UploadDeps, input: OfUpload) => {
  const course = await findOwnCourse(deps, input)
  if (!input.key.startsWith(prefixOf(course))) throw notFound('upload')
  const parts = await deps.uploads.listParts(input.key, input.uploadId)
  if (!parts) throw notFound('upload')
  return parts
}

/** Slashes would make folders, and control characters break listings. */
const safeName = (fileName: string) =>
  fileName
    .replace(/[\p{Cc}\\/]+/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-200)
