import { contentKeys } from '#contract/courses/content'
import type { CourseFile, FileUse } from '#contract/files/file'
import { arrivalKey } from '#contract/files/places'
import type { CourseId } from '#contract/platform/ids'
import type { FileSettings } from '#contract/platform/media-settings'
import { say } from '#contract/say'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import type { Clock } from '#core/platform/clock'
import { DomainError, notFound } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import type { Page, PageRequest } from '#core/platform/page'
import type { MediaEvents } from '#core/videos/ports'
import { cleanName } from './content/file-name.ts'
import { type FileUsesDeps, findFileUses } from './file-uses.ts'
import type { ArrivalStore, FileRepository, StoredFiles } from './ports.ts'

export interface FileDeps extends FileUsesDeps, TeachingReaders {
  readonly courseFiles: FileRepository
  readonly arrivals: ArrivalStore
  readonly stored: Pick<StoredFiles, 'deleteFolder'>
  readonly events: Pick<MediaEvents, 'deleted'>
  readonly fileLimits: FileSettings
  readonly clock: Clock
}

interface OfFile extends OfCourse {
  readonly fileId: string
}

/** Begins a file. What was begun and never sent is forgotten after a day, by table and bucket. */
export async function startFile(
  deps: Pick<
    FileDeps,
    'courses' | 'memberships' | 'courseFiles' | 'arrivals' | 'fileLimits' | 'clock'
  >,
  input: OfCourse & { readonly name: string; readonly bytes: number; readonly use: FileUse },
): Promise<{ file: CourseFile; url: string }> {
  const course = await findOwnCourse(deps, input, 'media')
  const { bytes, use } = input
  const { maxBytes, maxImageBytes } = deps.fileLimits
  if (use === 'image' && bytes > maxImageBytes)
    throw new DomainError('too_large', say('image_too_large', { bytes, maxBytes: maxImageBytes }))
  if (bytes > maxBytes)
    throw new DomainError('too_large', say('file_over_limit', { bytes, maxBytes }))
  const now = deps.clock.now()
  const file: CourseFile = {
    ...{ id: newId('fil', now), courseId: course.id, name: cleanName(input.name), use, bytes },
    ...{ state: 'arriving', type: null, image: null, refusal: null },
    createdAt: now.toISOString(),
  }
  await deps.courseFiles.add(file)
  return { file, url: await deps.arrivals.addressOf(arrivalKey(course.id, file.id), bytes) }
}

export async function listFiles(
  deps: Pick<FileDeps, 'courses' | 'memberships' | 'courseFiles'>,
  { actor, courseId, ...page }: OfCourse & PageRequest,
): Promise<Page<CourseFile>> {
  const course = await findOwnCourse(deps, { actor, courseId }, 'read')
  return deps.courseFiles.list(course.id, page)
}

/** A file of a course that the actor teaches. It is found below its own course alone. */
export async function getFile(
  deps: Pick<FileDeps, 'courses' | 'memberships' | 'courseFiles'>,
  input: OfFile,
): Promise<CourseFile> {
  await findOwnCourse(deps, input, 'read')
  return findFile(deps, input)
}

async function findFile(
  { courseFiles }: Pick<FileDeps, 'courseFiles'>,
  { courseId, fileId }: Pick<OfFile, 'courseId' | 'fileId'>,
): Promise<CourseFile> {
  const file = await courseFiles.get(courseId, fileId)
  if (!file) throw notFound('file')
  return file
}

/**
 * Deletes a file that nobody is shown. What it lies as goes first: whoever is broken off asks again. While it is still
 * arriving, whoever looks at it finds it gone and clears up.
 */
export async function deleteFile(
  deps: FileDeps,
  input: OfFile & { readonly courseId: CourseId },
): Promise<void> {
  await findOwnCourse(deps, input, 'media')
  const { id, courseId } = await findFile(deps, input)
  const { isCover, lessons } = await findFileUses(deps, courseId, id)
  if (isCover) throw new DomainError('conflict', say('file_is_cover'))
  const titles = (published: boolean) =>
    lessons.filter((use) => use.published === published).map(({ title }) => title)
  if (lessons.length > 0)
    throw new DomainError(
      'conflict',
      say('file_in_use', { published: titles(true), drafts: titles(false) }),
    )
  await deps.stored.deleteFolder(contentKeys.media(courseId, id))
  await deps.courseFiles.remove(courseId, id)
  await deps.events.deleted(courseId, id)
}
