import type { AssetId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import type { Page, PageRequest } from '#core/platform/page'

/** One write of an object, as S3 tells of it. */
export interface SourceWrite {
  readonly etag: string
  /** Of two writes of one key the later has the greater one: see `isLaterWrite`. */
  readonly sequencer: string
}

/** The job of one attempt at one version. */
export interface AssetJob {
  readonly id: string
  readonly version: number
  readonly attempt: number
}

/** An asset with what its machinery alone needs. */
export interface AssetRecord {
  readonly asset: Asset
  /** What `version` was made from. */
  readonly write: SourceWrite
  /** The bytes of a version; null while nothing is known of any. */
  readonly content: { readonly sha256: string; readonly version: number } | null
  /** The last one that was started. */
  readonly job: AssetJob | null
}

export interface AssetRepository {
  get(assetId: string): Promise<Asset | null>
  getRecord(assetId: string): Promise<AssetRecord | null>
  /** The asset that an object is, whatever its state. */
  findBySource(sourceKey: string): Promise<AssetRecord | null>
  /**
   * Makes an asset and points its object to it. `exists` when the id was used or the object is another's
   * already; then nothing is written. An asset that is being deleted gives its object up: `instead`.
   */
  create(asset: Asset, write: SourceWrite, instead?: string): Promise<'created' | 'exists'>
  /**
   * Replaces an asset. With `expected`, only if nobody saved it since it was read.
   * Answers whether it was written.
   */
  save(asset: Asset, expected?: { readonly updatedAt: string }): Promise<boolean>
  /** Saves what another write of its object made of a record, if nobody saved it since it was read. */
  saveWrite(record: AssetRecord, asset: Asset, write: SourceWrite): Promise<boolean>
  /**
   * Without a word of it in `updatedAt`: the job's own events may have come before. The first job that is
   * noted of an attempt stays.
   */
  noteJob(assetId: AssetId, job: AssetJob): Promise<void>
  /** Remembers the bytes of a version, so that they are recognised elsewhere. */
  noteContent(assetId: AssetId, content: NonNullable<AssetRecord['content']>): Promise<void>
  /** The assets of all courses with these very bytes, newest first. */
  findBySha256(sha256: string): Promise<AssetRecord[]>
  /** Newest first, without those that are being deleted. */
  listByCourse(courseId: string, page: PageRequest): Promise<Page<Asset>>
  /** What changed at or after `since`, latest change first, with those that are being deleted. */
  listChanged(courseId: string, since: string, page: PageRequest): Promise<Page<Asset>>
  /** Uploads that named no course, newest first. */
  listWithoutCourse(page: PageRequest): Promise<Page<Asset>>
  /** What the watch is to look at by then (core/videos/watch/watch-time.ts), longest due first; at most so many. */
  listToWatch(by: string, most: number): Promise<AssetRecord[]>
  /** Has the watch look again then, without a word of it in `updatedAt`. False when it was saved since it was read. */
  watchLater(record: AssetRecord, at: string): Promise<boolean>
  /** Forgets an asset that is being deleted, and all that led to it. */
  remove(record: AssetRecord): Promise<void>
}

/** S3's sequencers are hexadecimal numbers of varying length, comparable within one key. */
export const isLaterWrite = (write: SourceWrite, than: SourceWrite): boolean => {
  const length = Math.max(write.sequencer.length, than.sequencer.length)
  const [a, b] = [write, than].map(({ sequencer }) => sequencer.toUpperCase().padStart(length, '0'))
  return a !== undefined && b !== undefined && a > b
}
