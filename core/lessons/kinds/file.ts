import { imageName } from '#contract/files/image-name'
import { fileName } from '#contract/files/places'
import { notFound } from '#core/platform/errors'
import type { KindOf } from './kind.ts'

/**
 * Complete when its reader says so, as an article. The client says it for a reader who has had every page of a PDF in
 * front; what is done with a file that was downloaded nobody sees.
 */
export const file: KindOf<'file'> = {
  // A file of another course must not be handed out through this one.
  check: async ({ courseFiles }, courseId, { fileId }) => {
    if (fileId && !(await courseFiles.get(courseId, fileId))) throw notFound('file')
  },
  text: () => null,
  searchText: () => '',
  withoutText: (lesson) => lesson,

  publish: ({ kind, id, title, fileId }, { files, folderOf }) => {
    const shown = files.get(fileId ?? '')
    if (!shown?.type) throw new Error(`The lesson ${id} has no file that learners may have`)
    const { name, bytes, image, type } = shown
    const url = `/${folderOf(shown.id)}${image ? imageName(image.width, 'jpg') : fileName(type)}`
    return {
      line: { kind, id, title, durationSeconds: null },
      content: { kind, file: { id: shown.id, name, bytes, image, type, url } },
      syllabus: { kind, id },
    }
  },

  current: async (lesson) => lesson,
  // Its place is the page of a PDF that was last in front, from 0.
  within: (progress) => ({ ...progress, watched: [] }),
  completes: ({ completed }) => completed,
}
