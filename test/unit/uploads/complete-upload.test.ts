import { expect, it } from 'vitest'
import { completeUpload } from '#core/uploads/uploads'
import { noTeam } from '#test/support/no-team'
import { COURSE_ID, course } from '#test/unit/videos/pipeline-doubles'

const KEY = 'linear-algebra/lecture.mp4'
const upload = {
  uploadId: 'upload-1',
  courseId: COURSE_ID,
  key: KEY,
  mark: 'up_1',
  sizeBytes: 4,
  partSizeBytes: 4,
  partCount: 1,
}

/** Completes an upload whose parts are listed as whole, and whose joining S3 answers so. */
function complete(joined: 'joined' | 'changed' | 'gone', markThere: string | null) {
  const deps = {
    courses: { get: async () => course },
    memberships: noTeam,
    started: { get: async () => upload },
    uploads: {
      listParts: async () => [{ partNumber: 1, etag: 'a', sizeBytes: 4 }],
      complete: async () => joined,
      markOf: async () => markThere,
    },
  }
  const actor = { userId: course.ownerId, name: 'Ada', roles: [] }
  return completeUpload(deps, { actor, courseId: COURSE_ID, uploadId: 'upload-1', key: KEY })
}

it('A part that comes again while the file is joined is a conflict with a sentence, and no fault', async () => {
  await expect(complete('changed', null)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/arrived once more.*Complete the upload again/),
  })
})

it('Two who complete an upload at once both hear that it is done', async () => {
  await complete('joined', 'up_1')
  await complete('gone', 'up_1')
  await expect(complete('gone', 'up_2')).rejects.toMatchObject({ code: 'not_found' })
})
