import type { UploadSettings } from '#contract/platform/media-settings'
import type { Asset } from '#contract/videos/asset'
import type { AssetRepository } from '#core/videos/asset-ports'
import type { EnterDeps, EnterMethods } from '#core/videos/life/enter'
import type { EncodingLedger, MediaFolders, SourceFiles, Transcoder } from '#core/videos/ports'
import type { EncodingPolicy } from './budget.ts'

/** What it takes to bring an uploaded version to its job. */
export interface EncodeDeps extends EnterDeps {
  readonly assets: Pick<AssetRepository, EnterMethods | 'noteJob' | 'noteContent'>
  readonly transcoder: Pick<Transcoder, 'probe' | 'submit' | 'cancel'>
  readonly sources: Pick<SourceFiles, 'sha256' | 'readStructure'>
  readonly folders: Pick<MediaFolders, 'copyAll'>
  readonly ledger: Pick<EncodingLedger, 'spentIn' | 'charge' | 'refund'>
  readonly limits: UploadSettings
  readonly policy: EncodingPolicy
  /** Gives an accepted video its place in the course's draft. */
  place(asset: Asset): Promise<void>
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
