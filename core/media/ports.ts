import type { AssetId, CourseId } from '#contract/ids'
import type { Rung, SourceFacts } from '#contract/models/asset'

/** What a look at an object told. `width` and `height` are as shown: rotated, with square pixels. */
export type ProbeResult =
  | { readonly kind: 'video'; readonly source: SourceFacts }
  /** Not a media file that the transcoder knows, or so damaged that nothing can be told of it. */
  | { readonly kind: 'unreadable' }
  /** Sound alone. */
  | { readonly kind: 'no_picture' }
  /** Its index promises more than the file holds. */
  | { readonly kind: 'truncated' }
  /** The object is there no longer. */
  | { readonly kind: 'missing' }

export interface TranscodeJob {
  readonly assetId: AssetId
  readonly courseId: CourseId
  readonly version: number
  readonly attempt: number
  readonly input: { readonly bucket: string; readonly key: string }
  readonly source: SourceFacts
  readonly rungs: readonly Rung[]
}

/** A job as the transcoder tells of it when asked. */
export interface TranscoderJob {
  readonly status: 'submitted' | 'progressing' | 'complete' | 'canceled' | 'error'
  /** 0–100, as far as the transcoder says. */
  readonly percent: number
  /** What went wrong, in the transcoder's words; null but for `error`. */
  readonly error: string | null
}

export interface Transcoder {
  probe(bucket: string, key: string): Promise<ProbeResult>
  /** Starts at most one job for an attempt at a version of an asset, however often it is called. */
  submit(job: TranscodeJob): Promise<{ jobId: string }>
  /** Null when there is no such job, or no longer. */
  find(jobId: string): Promise<TranscoderJob | null>
  /** False when there is nothing to stop: the job has ended already, or is unknown. The event of its end comes later. */
  cancel(jobId: string): Promise<boolean>
}

/** What whoever is sent a file is told of it. */
export interface FileHeaders {
  readonly contentType: string
  readonly cacheControl: string
}

/** Files of the content bucket, by their whole keys. */
export interface MediaFiles {
  /** Null when there is none. */
  readText(key: string): Promise<string | null>
  writeText(key: string, text: string, headers: FileHeaders): Promise<void>
  /** Never replaces, even when two write at once. */
  createText(key: string, text: string, headers: FileHeaders): Promise<'created' | 'exists'>
  copy(from: string, to: string, headers: FileHeaders): Promise<void>
}

export interface ObjectTagger {
  /** Sets these tags and keeps the object's others. An object that is gone is no error. */
  tag(bucket: string, key: string, tags: Readonly<Record<string, string>>): Promise<void>
}

/** Structured lines: an event's stable name and ids, never a payload. */
export interface MediaLog {
  info(event: string, ids: Readonly<Record<string, string | number>>): void
}
