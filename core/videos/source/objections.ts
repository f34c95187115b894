import { type Saying, say } from '#contract/say'
import type { Asset, SourceFacts } from '#contract/videos/asset'
import { oddCharactersIn, parseUploadKey } from './upload-key.ts'

export interface SourceLimits {
  readonly maxSourceBytes: number
  readonly maxSourceSeconds: number
  /** As the probe names them: `AVC`; null takes all that can be read. */
  readonly codecs: readonly string[] | null
}

/** MediaConvert's least width and height of an output. */
const LEAST_SIDE = 32

/** Why an upload cannot be a video of a course, before anybody looks into it; null when it can. */
export function objectionToUpload(
  { sourceKey, courseId, sizeBytes }: Asset,
  { maxSourceBytes }: SourceLimits,
  bucket: string,
): Saying | null {
  const odd = oddCharactersIn(sourceKey)
  if (odd !== null) return say('odd_name', { because: odd })
  const { course } = parseUploadKey(sourceKey)
  if (course === null) return say('no_folder', { bucket })
  if (courseId === null) return say('unknown_course', { course })
  if (sizeBytes === 0) return say('file_empty')
  return objectionToSize(sizeBytes, maxSourceBytes)
}

export const objectionToSize = (bytes: number, mostBytes: number): Saying | null =>
  bytes > mostBytes ? say('file_too_large', { bytes, mostBytes }) : null

/** Why a video is not accepted although it can be read; null when it is. */
export function objectionToSource(source: SourceFacts, limits: SourceLimits): Saying | null {
  const { durationSeconds, width, height, videoCodec } = source
  const { maxSourceSeconds, codecs } = limits
  if (durationSeconds > maxSourceSeconds)
    return say('video_too_long', { seconds: durationSeconds, mostSeconds: maxSourceSeconds })
  if (Math.min(width, height) < LEAST_SIDE)
    return say('picture_too_small', { width, height, least: LEAST_SIDE })
  if (codecs && !codecs.includes(videoCodec))
    return say('codec_not_accepted', { codec: videoCodec, accepted: codecs })
  return null
}
