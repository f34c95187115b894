import type { Asset } from '#contract/videos/asset'
import type { AssetRepository } from '#core/videos/asset-ports'
import type {
  EncodingLedger,
  MediaEvents,
  MediaFiles,
  MediaFolders,
  MediaLog,
  ObjectTagger,
  SourceFiles,
  Transcoder,
} from '#core/videos/ports'
import type { SourceLimits } from '#core/videos/source/objections'
import type { EncodingPolicy } from './budget.ts'

/** What it takes to bring an uploaded version to its job. */
export interface EncodeDeps {
  readonly assets: Pick<
    AssetRepository,
    'get' | 'getRecord' | 'save' | 'noteJob' | 'noteContent' | 'findBySha256'
  >
  readonly transcoder: Pick<Transcoder, 'probe' | 'submit' | 'cancel'>
  readonly sources: Pick<SourceFiles, 'hasWrite' | 'sha256' | 'readStructure'>
  readonly files: MediaFiles
  readonly folders: Pick<MediaFolders, 'copyAll'>
  readonly ledger: Pick<EncodingLedger, 'spentIn' | 'charge' | 'refund'>
  readonly tagger: ObjectTagger
  readonly events: Pick<MediaEvents, 'ended' | 'command' | 'published'>
  readonly log: MediaLog
  readonly ingestBucket: string
  readonly limits: SourceLimits
  readonly policy: EncodingPolicy
  /** Gives an accepted video its place in the course's draft. */
  place(asset: Asset): Promise<void>
  now(): Date
}

/** What became of an attempt. */
export type EncodeOutcome =
  | { readonly kind: 'submitted'; readonly asset: Asset; readonly jobId: string }
  /** The same content is being encoded for another upload, whose end brings this one back. */
  | { readonly kind: 'waiting'; readonly asset: Asset }
  /** Renditions of the same content were copied. */
  | { readonly kind: 'reused'; readonly asset: Asset }
  | { readonly kind: 'held'; readonly asset: Asset }
  | { readonly kind: 'rejected'; readonly asset: Asset }
  /** The transcoder does not take the job, however often it is asked. */
  | { readonly kind: 'failed'; readonly asset: Asset }
  /** Meanwhile another version came, or somebody cancelled or deleted it. */
  | { readonly kind: 'overtaken'; readonly asset: Asset }
