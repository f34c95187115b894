import { z } from 'zod'
import { PageQuery, pageOf } from '#contract/http/paging'
import { defineRoutes } from '#contract/http/route'
import { CourseId, FileId } from '#contract/platform/ids'
import { CourseFile, FileUse } from './file.ts'

const OfCourse = z.object({ courseId: CourseId })
const OfFile = OfCourse.extend({ fileId: FileId })

/** What a course's teachers upload besides videos. */
export const files = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    listFiles: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/files',
      right: 'read',
      summary: 'The files of a course besides its videos, newest first',
      params: OfCourse,
      query: PageQuery,
      response: pageOf(CourseFile),
      errors: ['not_found'],
    },
    startFile: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/files',
      right: 'media',
      summary: 'Begin a file: an address that takes one PUT of so many bytes, within the hour',
      params: OfCourse,
      body: z.object({
        /** It is cleaned of what no file's name should have. */
        name: z.string().trim().min(1).max(1_024),
        bytes: z.number().int().min(1),
        /** `image`: all else is refused, and larger ones before they are sent. */
        use: FileUse.default('any'),
      }),
      response: z.object({ file: CourseFile, url: z.string() }),
      status: 201,
      errors: ['not_found', 'too_large'],
    },
    getFile: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/files/{fileId}',
      right: 'read',
      summary: 'A file: whether it has arrived, and what it is',
      params: OfFile,
      response: CourseFile,
      errors: ['not_found'],
    },
    deleteFile: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/files/{fileId}',
      right: 'media',
      summary: 'Delete a file that no lesson uses',
      params: OfFile,
      errors: ['not_found', 'conflict'],
    },
  },
)
