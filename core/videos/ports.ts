import type { MediaId } from '#contract/courses/content-paths'
import type { AssetId, CourseId } from '#contract/platform/ids'
import type { Asset, EncodePhase, Rung, SourceFacts } from '#contract/videos/asset'
import type { MediaCommand } from '#contract/videos/events'

/** What the transcoder's look at an object told. Recordings of browsers say neither their length nor a rate. */
export type ProbedSource = Omit<SourceFacts, 'durationSeconds' | 'frameRate'> & {
  readonly durationSeconds: number | null
  readonly frameRate: number | null
}

/** `width` and `height` are as shown: rotated, with square pixels. */
export type ProbeResult =
  | { readonly kind: 'readable'; readonly source: ProbedSource }
  /** Not a media file that the transcoder knows, or so damaged that nothing can be told of it. */
  | { readonly kind: 'unreadable' }
  /** Sound alone. */
  | { readonly kind: 'no_picture' }
  /** It has a picture, of a codec that the transcoder does not decode. */
  | { readonly kind: 'unknown_codec' }
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
  /** Whether all of its sounds are brought to one loudness. */
  readonly normaliseLoudness: boolean
}

/** How far an encode is; null where that is not told. */
export interface EncodeProgress {
  readonly phase: EncodePhase | null
  /** 0–100. */
  readonly percent: number | null
}

/** A job as the transcoder tells of it when asked. */
export interface TranscoderJob extends EncodeProgress {
  readonly status: 'submitted' | 'progressing' | 'complete' | 'canceled' | 'error'
  /** What went wrong; null but for `error`. */
  readonly error: JobError | null
}

/** In the transcoder's words and by its number, as far as it tells them. */
export interface JobError {
  readonly detail: string | null
  readonly errorCode: number | null
}

export type SubmitOutcome =
  | { readonly kind: 'started'; readonly jobId: string }
  /** In the transcoder's words; `by` says whether it is this job that it does not take, or us. */
  | { readonly kind: 'refused'; readonly by: 'settings' | 'rights'; readonly detail: string }

export interface Transcoder {
  probe(bucket: string, key: string): Promise<ProbeResult>
  /**
   * Starts one job for an attempt at a version of an asset; within a minute of it the same again. Throws what
   * may pass by itself; a refusal would be the same however often it is asked.
   */
  submit(job: TranscodeJob): Promise<SubmitOutcome>
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
  /** False when there is nothing to copy. */
  copy(from: string, to: string, headers: FileHeaders): Promise<boolean>
}

/** Whole folders of the content bucket, by the prefix of their keys. */
export interface MediaFolders {
  /**
   * Copies what is not there yet, so that a copy which was broken off can be finished. Answers how many files there are to
   * copy. In one call each, which S3 allows up to 5 GB: segments are small, and what teachers upload came by one PUT,
   * which has the same bound (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html).
   */
  copyAll(from: string, to: string): Promise<number>
  deleteAll(prefix: string): Promise<void>
}

/** What is read from a file itself, where its kind is known to us. */
export interface FileStructure {
  readonly isEncrypted: boolean
  /** It promises more bytes than it has. */
  readonly isCutOff: boolean
  /** Black is 0 and white 255, and not 16 and 235 as players take what says nothing. */
  readonly isFullRange: boolean
  /** Null where it cannot be told. */
  readonly durationSeconds: number | null
  /** The mean; null where it cannot be told. */
  readonly frameRate: number | null
}

/** The ingest bucket's objects. */
export interface SourceFiles {
  /** Whether the object is there, as that write left it. */
  hasWrite(key: string, etag: string): Promise<boolean>
  /** SHA-256 of an object's bytes, in hex; null when it is gone or was written again since that ETag. */
  sha256(key: string, etag: string): Promise<string | null>
  /** What the object's own structure tells; null when it is gone. */
  readStructure(key: string, sizeBytes: number): Promise<FileStructure | null>
  /** Keys that begin so. */
  list(prefix: string): Promise<string[]>
  /** Unless it was written again since that ETag. */
  deleteWrite(key: string, etag: string): Promise<void>
  delete(keys: readonly string[]): Promise<void>
}

/** What encodes cost by estimate, counted once for each attempt at a version. */
export interface EncodingLedger {
  /** US dollars of a month such as `2026-11`. */
  spentIn(month: string): Promise<number>
  /** Counts an encode unless the month would come over the limit; null knows no limit. */
  charge(encode: EncodeCharge, limitUsd: number | null): Promise<'counted' | 'over_limit'>
  /** Takes back what an encode was counted with, from the month that it was counted in; once, however often asked. */
  refund(encode: Pick<EncodeCharge, 'assetId' | 'version' | 'attempt'>): Promise<void>
}

export interface EncodeCharge {
  readonly assetId: AssetId
  readonly version: number
  readonly attempt: number
  readonly month: string
  readonly costUsd: number
}

/** Asks the media workers for something, and tells of what became of an asset. */
export interface MediaEvents {
  command(command: MediaCommand['command'], assetId: AssetId): Promise<void>
  ended(asset: Asset): Promise<void>
  /** Of an asset whose lasting files were written again: whoever keeps copies is to forget those. */
  published(courseId: CourseId, assetId: AssetId): Promise<void>
  /** Of an asset whose files are gone: whoever keeps copies is to forget them. */
  deleted(courseId: CourseId, mediaId: MediaId): Promise<void>
}

export interface ObjectTagger {
  /** Sets these tags and keeps the object's others. An object that is gone, or has no room for them, is no error. */
  tag(bucket: string, key: string, tags: Readonly<Record<string, string>>): Promise<void>
}

/** Structured lines: an event's stable name and ids, never a payload. */
export interface MediaLog {
  info(event: string, ids: Readonly<Record<string, string | number>>): void
}
