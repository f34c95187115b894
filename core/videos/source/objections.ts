import type { Asset, SourceFacts } from '#contract/videos/asset'
import { sentences } from './sentences.ts'
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
): string | null {
  const odd = oddCharactersIn(sourceKey)
  if (odd !== null) return sentences.oddName(odd)
  const { course } = parseUploadKey(sourceKey)
  if (course === null) return sentences.noFolder(bucket)
  if (courseId === null) return sentences.unknownCourse(course)
  if (sizeBytes === 0) return sentences.empty()
  return sizeBytes > maxSourceBytes ? sentences.tooLarge(sizeBytes, maxSourceBytes) : null
}

/** Why a video is not accepted although it can be read; null when it is. */
export function objectionToSource(source: SourceFacts, limits: SourceLimits): string | null {
  const { durationSeconds, width, height, videoCodec } = source
  const { maxSourceSeconds, codecs } = limits
  if (durationSeconds > maxSourceSeconds)
    return sentences.tooLong(durationSeconds, maxSourceSeconds)
  if (Math.min(width, height) < LEAST_SIDE) return sentences.tooSmall(width, height, LEAST_SIDE)
  if (codecs && !codecs.includes(videoCodec)) return sentences.codec(videoCodec, codecs)
  return null
}
