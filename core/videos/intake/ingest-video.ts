import type { CourseId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'
import type { ObjectCreated } from '#contract/videos/events'
import type { CourseFinder } from '#core/courses/ports'
import { type AssetRecord, type AssetRepository, isLaterWrite } from '#core/videos/asset-ports'
import { encodeAsset } from '#core/videos/encode/encode-asset'
import type { EncodeDeps, EncodeOutcome } from '#core/videos/encode/encode-deps'
import { isFinal, transition } from '#core/videos/life/asset-state'
import { tag } from '#core/videos/life/enter'
import { newAsset } from '#core/videos/life/new-asset'
import { wakeTwins } from '#core/videos/life/twins'
import type { SourceFiles } from '#core/videos/ports'
import { assetIdOf } from '#core/videos/source/asset-id'
import { parseUploadKey, type UploadKey } from '#core/videos/source/upload-key'

export interface IngestVideoDeps extends EncodeDeps {
  readonly assets: Pick<
    AssetRepository,
    keyof EncodeDeps['assets'] | 'create' | 'saveWrite' | 'findBySource'
  >
  readonly sources: Pick<SourceFiles, 'hasWrite' | 'sha256' | 'readStructure'>
  readonly courses: CourseFinder
}

export type VideoOutcome =
  | EncodeOutcome
  /** A companion such as captions, a folder, or an object that is gone by now. */
  | { readonly kind: 'ignored' }
  /** This very event was dealt with before, or a later write of the object was. */
  | { readonly kind: 'duplicate'; readonly asset: Asset }
  /** The object's content was written again: there is nothing new about it. */
  | { readonly kind: 'known'; readonly asset: Asset }

/**
 * Takes a new object of the ingest bucket to its transcoding job, or to a rejection with a sentence for
 * the uploader; the object's tags tell which. An object is one asset for ever: the first write of its key
 * makes version 1, a later one with other content the next version. May be called again with the same
 * event at any time: it goes on where an earlier call stopped, and makes neither a second asset, nor a
 * version, nor a job.
 */
export async function ingestVideo(
  deps: IngestVideoDeps,
  event: ObjectCreated,
): Promise<VideoOutcome> {
  const upload = parseUploadKey(event.detail.object.key)
  if (!upload.mayBeMedia) {
    deps.log.info('media.object_ignored', { eventId: event.id })
    return { kind: 'ignored' }
  }
  const course = upload.course === null ? null : await deps.courses.findByIdOrSlug(upload.course)
  const registered = await registerWrite(deps, event, upload, course?.id ?? null)
  if (registered.kind === 'ignored') return registered
  if (registered.kind !== 'registered') {
    // The first call may have ended between saving and tagging.
    await tag(deps, registered.asset)
    return registered
  }
  return encodeAsset(deps, registered.asset)
}

type Registration =
  | { readonly kind: 'registered'; readonly asset: Asset }
  | Extract<VideoOutcome, { kind: 'duplicate' | 'known' | 'ignored' }>

/** Deliveries of one key that come at the same moment; more than this is a fault. */
const ATTEMPTS = 5

/** Finds or makes the asset and the version that a write is, unless there is nothing new about it. */
async function registerWrite(
  deps: IngestVideoDeps,
  event: ObjectCreated,
  upload: UploadKey,
  courseId: CourseId | null,
): Promise<Registration> {
  const { object } = event.detail
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await deps.assets.findBySource(object.key)
    const isLeft = record?.asset.state === 'deleting' && isLaterWrite(object, record.write)
    const registered =
      record && !isLeft
        ? await judgeWrite(deps, event, record, upload, courseId)
        : await judgeFirstWrite(deps, event, record, upload, courseId)
    if (registered) return registered
  }
  throw new Error(`Object ${object.key} was registered by others ${ATTEMPTS} times in a row`)
}

/** Null when somebody else was quicker. */
async function judgeFirstWrite(
  deps: IngestVideoDeps,
  event: ObjectCreated,
  leaving: AssetRecord | null,
  upload: UploadKey,
  courseId: CourseId | null,
): Promise<Registration | null> {
  const { bucket, object } = event.detail
  // Deleted since, with or without its asset, which a late event must not bring back.
  if (!(await deps.sources.hasWrite(object.key, object.etag))) {
    deps.log.info('media.object_gone', { eventId: event.id })
    return { kind: 'ignored' }
  }
  const asset = newAsset({
    id: assetIdOf({ time: event.time, bucket: bucket.name, ...object }),
    courseId,
    fileName: upload.fileName,
    sourceKey: object.key,
    sizeBytes: object.size,
    at: deps.clock.now().toISOString(),
  })
  const { etag, sequencer } = object
  const made = await deps.assets.create(asset, { etag, sequencer }, leaving?.asset.id)
  return made === 'created' ? { kind: 'registered', asset } : null
}

/** The same content written again over one of these is worth another try. */
const UNFIT: ReadonlySet<Asset['state']> = new Set(['rejected', 'failed', 'deleting'])

/** Null when somebody else saved the asset meanwhile. */
async function judgeWrite(
  deps: IngestVideoDeps,
  event: ObjectCreated,
  record: AssetRecord,
  upload: UploadKey,
  courseId: CourseId | null,
): Promise<Registration | null> {
  const { asset } = record
  const { etag, sequencer, size } = event.detail.object
  const write = { etag, sequencer }
  if (!isLaterWrite(write, record.write)) {
    const isThisOne = etag === record.write.etag && sequencer === record.write.sequencer
    const goesOn = isThisOne && !isFinal(asset.state)
    return goesOn ? { kind: 'registered', asset } : { kind: 'duplicate', asset }
  }
  const isSameContent = etag === record.write.etag && size === asset.sizeBytes
  if (isSameContent && !UNFIT.has(asset.state)) {
    if (!(await deps.assets.saveWrite(record, asset, write))) return null
    // Whoever writes it again may want to help it on.
    return { kind: isFinal(asset.state) ? 'known' : 'registered', asset }
  }
  const next = transition(
    asset,
    { type: 'replaced', sizeBytes: size, fileName: upload.fileName, courseId },
    deps.clock.now().toISOString(),
  )
  if (!(await deps.assets.saveWrite(record, next, write))) return null
  deps.log.info('media.asset_replaced', { assetId: asset.id, version: next.version })
  if (record.job && !isFinal(asset.state)) await deps.transcoder.cancel(record.job.id)
  await wakeTwins(deps, record)
  return { kind: 'registered', asset: next }
}
