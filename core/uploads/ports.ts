import type { CourseId } from '#contract/platform/ids'

/** An upload as it was begun: what its parts must come to before they are joined. */
export interface StartedUpload {
  readonly uploadId: string
  readonly courseId: CourseId
  /** The object that its parts become. */
  readonly key: string
  /** Lies with the finished object, and tells it from what others put there. */
  readonly mark: string
  readonly sizeBytes: number
  /** Of each part but the last. */
  readonly partSizeBytes: number
  readonly partCount: number
}

export interface UploadRepository {
  /** Kept at least as long as S3 keeps the parts. */
  add(upload: StartedUpload): Promise<void>
  get(uploadId: string): Promise<StartedUpload | null>
}
