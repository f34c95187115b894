import type { ObjectCreated } from '#contract/events'
import type { AssetId, CourseId } from '#contract/ids'
import type { Asset, AssetState, SourceFacts } from '#contract/models/asset'
import type { AssetRepository } from '#core/ports/assets'
import type { CourseFinder } from '#core/ports/courses'
import { advanceAsset } from './advance-asset.ts'
import { assetIdOf } from './asset-id.ts'
import { estimateCost } from './estimate-cost.ts'
import { chooseRungs } from './ladder.ts'
import { objectTags } from './object-tags.ts'
import type { MediaLog, ObjectTagger, Transcoder } from './ports.ts'
import { sentences } from './sentences.ts'
import { parseUploadKey } from './upload-key.ts'

export interface IngestDeps {
  readonly assets: Pick<AssetRepository, 'get' | 'create' | 'save' | 'findByContent'>
  readonly courses: CourseFinder
  readonly transcoder: Transcoder
  readonly tagger: ObjectTagger
  readonly log: MediaLog
  readonly limits: { readonly maxSourceBytes: number; readonly maxSourceSeconds: number }
  now(): Date
}

export type IngestOutcome =
  /** A companion such as captions, or a folder. */
  | { readonly kind: 'ignored' }
  /** This very event was dealt with before. */
  | { readonly kind: 'duplicate'; readonly asset: Asset }
  /** The course has this content already: the earlier asset stands for the object. */
  | { readonly kind: 'known'; readonly asset: Asset }
  | { readonly kind: 'rejected'; readonly asset: Asset }
  | { readonly kind: 'submitted'; readonly asset: Asset; readonly jobId: string }

/** MediaConvert's least width and height of an output. */
const LEAST_SIDE = 32

/**
 * Takes a new object of the ingest bucket to its transcoding job, or to a rejection with a sentence
 * for the uploader; the object's tags tell which. May be called again with the same event at any time:
 * it goes on where an earlier call stopped, and makes neither a second asset nor a second job.
 */
export async function ingestObject(deps: IngestDeps, event: ObjectCreated): Promise<IngestOutcome> {
  const { bucket, object } = event.detail
  const upload = parseUploadKey(object.key)
  if (!upload.mayBeMedia) {
    deps.log.info('media.object_ignored', { bucket: bucket.name, eventId: event.id })
    return { kind: 'ignored' }
  }

  const id = assetIdOf({ time: event.time, bucket: bucket.name, ...object })
  const earlier = await deps.assets.get(id)
  if (earlier && !RESUMABLE.has(earlier.state)) {
    // The first call may have ended between saving and tagging.
    await tag(deps, bucket.name, earlier, object.key)
    return { kind: 'duplicate', asset: earlier }
  }

  const course = upload.course === null ? null : await deps.courses.findByIdOrSlug(upload.course)
  if (course && !earlier) {
    const same = await deps.assets.findByContent(course.id, object.etag, object.size)
    if (same && same.id !== id && same.state !== 'rejected' && same.state !== 'failed') {
      deps.log.info('media.content_known', { assetId: same.id, eventId: event.id })
      await tag(deps, bucket.name, same, object.key)
      return { kind: 'known', asset: same }
    }
  }

  const asset = earlier ?? (await createAsset(deps, event, id, upload.fileName, course?.id ?? null))
  if (!course) {
    const reason =
      upload.course === null
        ? sentences.noFolder(bucket.name)
        : sentences.unknownCourse(upload.course)
    return reject(deps, bucket.name, asset, reason)
  }
  return transcode(deps, bucket.name, asset, course.id)
}

/** A job may not have been started yet in these; starting it twice is harmless. */
const RESUMABLE: ReadonlySet<AssetState> = new Set(['uploaded', 'probing', 'queued'])

async function transcode(
  deps: IngestDeps,
  bucket: string,
  uploaded: Asset,
  courseId: CourseId,
): Promise<IngestOutcome> {
  const { sizeBytes, sourceKey } = uploaded
  const { maxSourceBytes, maxSourceSeconds } = deps.limits
  if (sizeBytes === 0) return reject(deps, bucket, uploaded, sentences.empty())
  if (sizeBytes > maxSourceBytes) {
    return reject(deps, bucket, uploaded, sentences.tooLarge(sizeBytes, maxSourceBytes))
  }

  const asset = await advanceAsset(deps, uploaded, { type: 'probing' })
  const probe = await deps.transcoder.probe(bucket, sourceKey)
  if (probe.kind !== 'video') return reject(deps, bucket, asset, sentences.badProbe(probe.kind))
  const { source } = probe
  const objection = objectionTo(source, maxSourceSeconds)
  if (objection !== null) return reject(deps, bucket, asset, objection)

  const rungs = chooseRungs(source)
  const estimatedCostUsd = estimateCost(source, rungs)
  const probed = await advanceAsset(deps, asset, {
    type: 'probed',
    source,
    rungs,
    estimatedCostUsd,
  })
  // Queued before the job starts and nothing after it: a short job may have ended by then, and a
  // write from here would take its asset back.
  const queued = await advanceAsset(deps, probed, { type: 'submitted' })
  await tag(deps, bucket, queued)
  const input = { bucket, key: sourceKey }
  const { jobId } = await deps.transcoder.submit({
    assetId: asset.id,
    courseId,
    version: asset.version,
    attempt: asset.attempt,
    input,
    source,
    rungs,
  })
  deps.log.info('media.job_submitted', { assetId: asset.id, jobId })
  return { kind: 'submitted', asset: queued, jobId }
}

function objectionTo(source: SourceFacts, maxSeconds: number): string | null {
  const { durationSeconds, width, height } = source
  if (durationSeconds > maxSeconds) return sentences.tooLong(durationSeconds, maxSeconds)
  if (Math.min(width, height) < LEAST_SIDE) return sentences.tooSmall(width, height, LEAST_SIDE)
  return null
}

async function reject(
  deps: IngestDeps,
  bucket: string,
  asset: Asset,
  reason: string,
): Promise<IngestOutcome> {
  const rejected = await advanceAsset(deps, asset, { type: 'rejected', reason })
  await tag(deps, bucket, rejected)
  deps.log.info('media.asset_rejected', { assetId: asset.id })
  return { kind: 'rejected', asset: rejected }
}

const tag = (deps: IngestDeps, bucket: string, asset: Asset, key = asset.sourceKey) =>
  deps.tagger.tag(bucket, key, objectTags(asset))

async function createAsset(
  deps: IngestDeps,
  event: ObjectCreated,
  id: AssetId,
  fileName: string,
  courseId: CourseId | null,
): Promise<Asset> {
  const { object } = event.detail
  const at = deps.now().toISOString()
  const asset: Asset = {
    id,
    courseId,
    fileName,
    sourceKey: object.key,
    sizeBytes: object.size,
    version: 1,
    liveVersion: null,
    attempt: 1,
    state: 'uploaded',
    percent: 0,
    reason: null,
    source: null,
    rungs: [],
    estimatedCostUsd: null,
    reusedFrom: null,
    playbackUrl: null,
    hlsUrl: null,
    dashUrl: null,
    posterUrl: null,
    captions: [],
    chapters: [],
    history: [],
    createdAt: at,
    updatedAt: at,
  }
  const written = await deps.assets.create(asset, object.etag)
  // Another call has the same event, or our own write was repeated by the SDK: go on with what is stored.
  return written === 'created' ? asset : ((await deps.assets.get(id)) ?? asset)
}
