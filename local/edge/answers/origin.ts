import type { Readable } from 'node:stream'

/** Bytes of an object, both ends included; no end means up to the last byte. */
export interface ByteRange {
  readonly start: number
  readonly end?: number
}

export interface StoredObject {
  readonly metadata: {
    /** The whole object's, whatever the range. */
    readonly size: number
    readonly etag: string
    readonly lastModified: Date | string
    readonly contentType?: string | undefined
    readonly cacheControl?: string | undefined
    /** What else was given with it: `content-disposition`. */
    readonly headers?: Readonly<Record<string, string>>
  }
  readonly stream: Readable
}

/** A bucket behind origin access control. */
export interface BucketOrigin {
  readonly kind: 'bucket'
  /** Null when there is no such object. */
  read(key: string, range?: ByteRange): Promise<StoredObject | null>
}

/** Any other origin, by its address: `http://127.0.0.1:4205`. */
export interface HttpOrigin {
  readonly kind: 'http'
  readonly url: string
}

export type Origin = BucketOrigin | HttpOrigin
