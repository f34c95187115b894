import type { UploadSettings } from '#contract/platform/media-settings'
import { type Saying, say } from '#contract/say'
import type { Asset, SourceFacts } from '#contract/videos/asset'
import { oddCharactersIn, parseUploadKey } from './upload-key.ts'

/** MediaConvert's least width and height of an output. */
const LEAST_SIDE = 32

/** Why an upload cannot be a video of a course, before anybody looks into it; null when it can. */
export function objectionToUpload(
  { sourceKey, courseId, sizeBytes }: Asset,
  { maxBytes }: UploadSettings,
  bucket: string,
): Saying | null {
  const odd = oddCharactersIn(sourceKey)
  if (odd !== null) return say('odd_name', { because: odd })
  const { course } = parseUploadKey(sourceKey)
  if (course === null) return say('no_folder', { bucket })
  if (courseId === null) return say('unknown_course', { course })
  if (sizeBytes === 0) return say('file_empty')
  return objectionToSize(sizeBytes, maxBytes)
}

export const objectionToSize = (bytes: number, mostBytes: number): Saying | null =>
  bytes > mostBytes ? say('file_too_large', { bytes, mostBytes }) : null

/** Why a video is not accepted although it can be read; null when it is. */
export function objectionToSource(source: SourceFacts, limits: UploadSettings): Saying | null {
  const { durationSeconds, width, height, videoCodec } = source
  const { maxSeconds, codecs } = limits
  if (durationSeconds > maxSeconds)
    return say('video_too_long', { seconds: durationSeconds, mostSeconds: maxSeconds })
  if (Math.min(width, height) < LEAST_SIDE)
    return say('picture_too_small', { width, height, least: LEAST_SIDE })
  if (codecs && !codecs.includes(videoCodec))
    return say('codec_not_accepted', { codec: videoCodec, accepted: codecs })
  return null
}
