import { publicPrefix, sealedFolder } from '#contract/courses/content-paths'
import type { CourseCover, CoverChoice } from '#contract/courses/properties/cover'
import type { CourseId } from '#contract/platform/ids'
import { say } from '#contract/say'
import type { MediaSealer } from '#core/courses/content-ports'
import type { FileReader } from '#core/files/ports'
import { InvalidInput, notFound } from '#core/platform/errors'

export interface CoverDeps {
  readonly courseFiles: Pick<FileReader, 'get'>
  readonly seal: MediaSealer
}

/**
 * A picture among the course's own files, with all that its pages need to know of it: a file that is ready stays as it
 * is. Its address is for everyone, so it is sealed to what is public, and opens nothing else of the course's media.
 */
export async function chooseCover(
  { courseFiles, seal }: CoverDeps,
  courseId: CourseId,
  { fileId, focus }: CoverChoice,
): Promise<CourseCover> {
  const file = await courseFiles.get(courseId, fileId)
  if (file?.state !== 'ready') throw notFound('file')
  const { image, type } = file
  if (!image)
    throw new InvalidInput(
      [{ path: 'body.cover.fileId', reason: say('file_no_image') }],
      say('file_no_image'),
    )
  const prefix = publicPrefix(courseId)
  return {
    ...{ fileId, focus, width: image.width, height: image.height, widths: image.widths },
    // What may move is shown by its first frame, which is its JPEG: nobody could stop it.
    formats: type === 'gif' || type === 'webp' ? [] : ['webp'],
    folder: `/${sealedFolder(prefix, seal(prefix, fileId), fileId)}`,
  }
}
