import type { Table } from '#adapters/dynamo/table'
import { CourseId } from '#contract/platform/ids'
import type { UploadRepository } from '#core/uploads/ports'
import { uploadEntity } from './entity.ts'

/** The ingest bucket clears parts away after seven days (lib/media/buckets.ts); a day more for the last answer. */
const KEPT_SECONDS = 8 * 86_400

export const createUploadRepository = (table: Table): UploadRepository => {
  const uploads = uploadEntity(table)
  return {
    add: async (upload) => {
      const expiresAt = Math.floor(Date.now() / 1000) + KEPT_SECONDS
      await uploads.create({ ...upload, expiresAt }).go()
    },
    get: async (uploadId) => {
      const { data } = await uploads.get({ uploadId }).go({ consistent: true })
      if (!data) return null
      const { expiresAt: _, ...upload } = data
      return { ...upload, courseId: CourseId.parse(data.courseId) }
    },
  }
}
