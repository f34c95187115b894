import { AssetId } from '#contract/platform/ids'
import { say } from '#contract/say'
import type { Asset, EncodePhase } from '#contract/videos/asset'
import { JobMetadata, type JobStateChange } from '#contract/videos/events'
import type { AssetRepository } from '#core/videos/asset-ports'
import { type EncodeEvent, type EncodeOf, isOf, isUnderWay } from '#core/videos/life/asset-state'
import { type EnterDeps, type EnterMethods, enter } from '#core/videos/life/enter'
import { mediaUrls } from '#core/videos/playback/publish-playback'
import type { EncodeProgress, JobError, Transcoder } from '#core/videos/ports'
import { jobFailure } from './job-failure.ts'

export interface TrackJobDeps extends EnterDeps {
  readonly assets: Pick<AssetRepository, EnterMethods | 'noteJob'>
  readonly transcoder: Pick<Transcoder, 'cancel'>
  readonly deploymentId: string
}

/**
 * Moves an asset along as its job reports. Events of other deployments' jobs, of unknown assets, of
 * earlier versions and attempts, late ones and repeated ones change nothing. A job that nobody waits for
 * is cancelled as soon as it tells of itself, whoever failed to: it would be paid for, and write where
 * nothing is to be any more. Answers the asset as it is now, or null if it is not ours.
 */
export async function trackJob(deps: TrackJobDeps, event: JobStateChange): Promise<Asset | null> {
  const metadata = JobMetadata.safeParse(event.detail.userMetadata)
  if (!metadata.success || metadata.data.deploymentId !== deps.deploymentId) return null
  const { jobId, status } = event.detail
  const { version, attempt } = metadata.data
  const id = AssetId.safeParse(metadata.data.assetId)
  const record = id.success ? await deps.assets.getRecord(id.data) : null
  const asset = record?.asset ?? null
  const isRunning = status === 'PROGRESSING' || status === 'STATUS_UPDATE'
  const noted = record?.job && isOf(record.job, { version, attempt }) ? record.job : null
  const isAnother = noted !== null && noted.id !== jobId
  const isWanted = asset !== null && isUnderWay(asset, { version, attempt }) && !isAnother
  if (isRunning && !isWanted) {
    deps.log.info('media.job_unwanted', { jobId })
    await deps.transcoder.cancel(jobId)
  }
  if (!asset) deps.log.info('media.job_of_unknown_asset', { jobId })
  if (!asset || isAnother) return asset
  // Whoever started it may have broken off before it was noted.
  if (isRunning && isWanted && !noted)
    await deps.assets.noteJob(asset.id, { id: jobId, version, attempt })
  const change = toEncodeEvent(asset, metadata.data, event.detail)
  return change ? (await enter(deps, asset, change)).asset : asset
}

/** What a job's end or progress is to its asset; null for what tells nothing. */
function toEncodeEvent(
  { id, courseId }: Asset,
  { version, attempt }: EncodeOf,
  detail: JobStateChange['detail'],
): EncodeEvent | null {
  const of = { version, attempt }
  switch (detail.status) {
    case 'PROGRESSING':
      return { type: 'progress', of, phase: null, percent: null }
    case 'STATUS_UPDATE':
      return { type: 'progress', of, ...progressOf(detail) }
    case 'COMPLETE':
      return courseId === null ? null : { type: 'complete', of, ...mediaUrls(courseId, id) }
    case 'ERROR':
      return { type: 'error', of, isFree: true, reason: jobFailure(errorOf(detail)) }
    case 'CANCELED':
      return { type: 'error', of, reason: say('encoding_cancelled') }
  }
}

const PHASES: Readonly<Record<string, EncodePhase>> = {
  PROBING: 'probing',
  TRANSCODING: 'transcoding',
  UPLOADING: 'uploading',
}

const errorOf = ({ errorMessage, errorCode }: JobStateChange['detail']): JobError => ({
  detail: errorMessage ?? null,
  errorCode: errorCode ?? null,
})

const progressOf = ({ jobProgress }: JobStateChange['detail']): EncodeProgress => ({
  phase: PHASES[jobProgress?.currentPhase ?? ''] ?? null,
  percent: jobProgress?.jobPercentComplete ?? null,
})
