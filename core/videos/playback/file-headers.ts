import { cacheSeconds, FOR_GOOD } from '#contract/platform/cache-seconds'
import type { FileHeaders } from '#core/videos/ports'

/**
 * What has the same name for every version is asked for anew by browsers after half a minute, and kept by
 * the edge until it is told that the file was written again. Not `private`, which CloudFront obeys by
 * keeping nothing; who may see the file is its signed cookies' matter, at every request.
 */
const CHANGING = `max-age=30, s-maxage=${cacheSeconds.edge}`

export const lasting = (contentType: string): FileHeaders => ({
  contentType,
  cacheControl: CHANGING,
})

export const immutable = (contentType: string): FileHeaders => ({
  contentType,
  cacheControl: FOR_GOOD,
})

/**
 * Of types that CloudFront compresses, which `text/vtt` is not. Who reads WebVTT knows it by its first line.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html#compressed-content-cloudfront-file-types
 */
export const contentTypes = {
  hls: 'application/vnd.apple.mpegurl',
  dash: 'application/dash+xml',
  jpeg: 'image/jpeg',
  json: 'application/json',
  webVtt: 'text/plain; charset=utf-8',
} as const
