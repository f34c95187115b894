import {
  BadRequestException,
  CancelJobCommand,
  ConflictException,
  CreateJobCommand,
  ForbiddenException,
  GetJobCommand,
  type JobPhase,
  type JobStatus,
  type MediaConvertClient,
  NotFoundException,
  ProbeCommand,
  UnprocessableEntityException,
} from '@aws-sdk/client-mediaconvert'
import { refusalOf } from '#adapters/storage/refusals'
import type { EncodePhase } from '#contract/videos/asset'
import type { JobMetadata } from '#contract/videos/events'
import type {
  ProbeResult,
  SubmitOutcome,
  TranscodeJob,
  Transcoder,
  TranscoderJob,
} from '#core/videos/ports'
import { jobSettings } from './job-settings.ts'
import { toProbeResult } from './source-facts.ts'

export interface MediaConvertOptions {
  readonly client: MediaConvertClient
  readonly contentBucket: string
  /** What MediaConvert assumes to read the ingest bucket and write the content bucket. */
  readonly roleArn: string
  /** Comes back with each event of a job, to tell deployments in one account apart. */
  readonly deploymentId: string
}

/** The core's transcoder on AWS Elemental MediaConvert. */
export function createMediaConvertTranscoder(options: MediaConvertOptions): Transcoder {
  return {
    probe: (bucket, key) => probe(options.client, `s3://${bucket}/${key}`),
    submit: (job) => submit(options, job),
    ...createJobFinder(options.client),
    ...createJobCanceller(options.client),
  }
}

/** For whoever only asks. */
export const createJobFinder = (client: MediaConvertClient): Pick<Transcoder, 'find'> => ({
  find: (jobId) => find(client, jobId),
})

/** For whoever only stops. */
export const createJobCanceller = (client: MediaConvertClient): Pick<Transcoder, 'cancel'> => ({
  cancel: (jobId) => cancel(client, jobId),
})

async function probe(client: MediaConvertClient, fileUrl: string): Promise<ProbeResult> {
  try {
    const answer = await client.send(new ProbeCommand({ InputFiles: [{ FileUrl: fileUrl }] }))
    return toProbeResult(answer.ProbeResults?.[0])
  } catch (error) {
    // The service refuses what it cannot parse. Throttling and permissions are other classes, and ours to see.
    if (error instanceof BadRequestException || error instanceof UnprocessableEntityException) {
      return { kind: 'unreadable' }
    }
    if (error instanceof NotFoundException) return { kind: 'missing' }
    throw refusalOf(error) ?? error
  }
}

/**
 * A refusal of the request itself comes back however often it is sent: 400 and 422 speak of the settings, 403
 * and 404 of a role, a queue or a right that is not there. Throttling, quotas, conflicts and 5xx may pass.
 * https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html#jobs-response-examples
 */
const REFUSALS = [
  { error: BadRequestException, by: 'settings' },
  { error: UnprocessableEntityException, by: 'settings' },
  { error: ForbiddenException, by: 'rights' },
  { error: NotFoundException, by: 'rights' },
] as const

async function submit(options: MediaConvertOptions, job: TranscodeJob): Promise<SubmitOutcome> {
  try {
    return { kind: 'started', jobId: await createJob(options, job) }
  } catch (error) {
    const refusal = REFUSALS.find((each) => error instanceof each.error)
    if (!refusal || !(error instanceof Error)) throw error
    return { kind: 'refused', by: refusal.by, detail: error.message }
  }
}

async function createJob(options: MediaConvertOptions, job: TranscodeJob): Promise<string> {
  const { assetId, version, attempt } = job
  const userMetadata = {
    deploymentId: options.deploymentId,
    assetId,
    version: `${version}`,
    attempt: `${attempt}`,
  } satisfies Record<keyof JobMetadata, string>
  const answer = await options.client.send(
    new CreateJobCommand({
      ClientRequestToken: `${assetId}-${version}-${attempt}`,
      Role: options.roleArn,
      UserMetadata: userMetadata,
      StatusUpdateInterval: 'SECONDS_10',
      Settings: jobSettings(job, options.contentBucket),
    }),
  )
  const jobId = answer.Job?.Id
  if (!jobId) throw new Error(`MediaConvert accepted the job of ${job.assetId} without naming it`)
  return jobId
}

const STATUSES: Record<JobStatus, TranscoderJob['status']> = {
  SUBMITTED: 'submitted',
  PROGRESSING: 'progressing',
  COMPLETE: 'complete',
  CANCELED: 'canceled',
  ERROR: 'error',
}

const PHASES: Record<JobPhase, EncodePhase> = {
  PROBING: 'probing',
  TRANSCODING: 'transcoding',
  UPLOADING: 'uploading',
}

async function find(client: MediaConvertClient, jobId: string): Promise<TranscoderJob | null> {
  try {
    const { Job } = await client.send(new GetJobCommand({ Id: jobId }))
    if (!Job?.Status) return null
    const { ErrorMessage: detail = null, ErrorCode: errorCode = null } = Job
    return {
      status: STATUSES[Job.Status],
      phase: Job.CurrentPhase ? PHASES[Job.CurrentPhase] : null,
      percent: Job.Status === 'COMPLETE' ? 100 : (Job.JobPercentComplete ?? null),
      error: Job.Status === 'ERROR' ? { detail, errorCode } : null,
    }
  } catch (error) {
    // MediaConvert keeps a job's record for three months:
    // https://docs.aws.amazon.com/mediaconvert/latest/ug/viewing-job-history.html
    if (error instanceof NotFoundException) return null
    throw error
  }
}

async function cancel(client: MediaConvertClient, jobId: string): Promise<boolean> {
  try {
    await client.send(new CancelJobCommand({ Id: jobId }))
    return true
  } catch (error) {
    const isOver = [BadRequestException, ConflictException, NotFoundException].some(
      (refusal) => error instanceof refusal,
    )
    if (isOver) return false
    throw error
  }
}
