import type { MediaId } from '#contract/courses/content-paths'

/** Where published content is written; learners read it at the edge. */
export interface ContentStore {
  /** Never replaces, even when two write at once: what is published is immutable. */
  createJson(key: string, value: unknown): Promise<'created' | 'exists'>
  /** What was published under a key. Throws where there is nothing: what is published is there. */
  readJson(key: string): Promise<unknown>
}

/** Signs a person's way to published content. */
export interface ContentSigner {
  /** Cookie names and values for `https://<siteHost>/<prefix>*` until then. */
  sign(siteHost: string, prefix: string, expiresAt: Date): Promise<Record<string, string>>
}

/** Seals a video or a file to a prefix: below it, and nowhere else, it may be fetched with this seal. */
export type MediaSealer = (prefix: string, mediaId: MediaId) => string

/** A part that S3 has. */
export interface StoredPart {
  readonly partNumber: number
  readonly etag: string
  readonly sizeBytes: number
}

/** Multipart uploads straight to the ingest bucket. */
export interface UploadStore {
  /** `mark` lies with the finished object. */
  start(key: string, contentType: string, mark: string): Promise<string>
  /** The mark of the object that is there now; null where there is none. */
  markOf(key: string): Promise<string | null>
  signPart(key: string, uploadId: string, partNumber: number): Promise<string>
  /** All of them, however many; null when there is no such upload. */
  listParts(key: string, uploadId: string): Promise<StoredPart[] | null>
  /** `changed` when a part is another than was listed; `gone` when the upload was joined or given up meanwhile. */
  complete(
    key: string,
    uploadId: string,
    parts: readonly Pick<StoredPart, 'partNumber' | 'etag'>[],
  ): Promise<'joined' | 'changed' | 'gone'>
  /** Of one that is gone it is no error. */
  abort(key: string, uploadId: string): Promise<void>
}
