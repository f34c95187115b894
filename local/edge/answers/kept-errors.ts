import { buffer } from 'node:stream/consumers'
import { isObject, type JsonObject, listAt, numberAt, textAt } from '#local/assembly/json'
import type { EdgeAnswer } from './bucket-response.ts'
import { type ContentCache, secondsToKeep } from './content-cache.ts'

/** CloudFront's own, where the distribution says nothing of a code. */
const DEFAULT_SECONDS = 10
/** Kept for that long whatever their headers say, but for `HEEDED`. */
const ALWAYS = [404, 410, 414, 500, 501, 502, 503, 504]
/** Kept where the origin names an age. */
const WITH_AGE = [400, 403, 405, 412, 415]
/** The only ones for which `no-store`, `no-cache` and `private` are heeded. */
const HEEDED = [404, 410, 414, 501]

/**
 * How many seconds CloudFront gives an error of the origin to whoever asks the same address next.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 */
export function secondsToKeepError(options: {
  distributionConfig: JsonObject
  policy: JsonObject
  status: number
  cacheControl: string
}): number {
  const { distributionConfig, policy, status, cacheControl } = options
  if (!ALWAYS.includes(status) && !WITH_AGE.includes(status)) return 0
  const declared = listAt(distributionConfig, 'CustomErrorResponses')
    .filter(isObject)
    .find((each) => Number(textAt(each, 'ErrorCode')) === status)
  const least = (declared && numberAt(declared, 'ErrorCachingMinTTL')) ?? DEFAULT_SECONDS
  const age = /max-?age=/.test(cacheControl) ? secondsToKeep(policy, cacheControl) : undefined
  if (WITH_AGE.includes(status)) return age === undefined ? 0 : Math.max(age, least)
  if (HEEDED.includes(status) && /\b(no-store|no-cache|private)\b/.test(cacheControl)) return 0
  return Math.max(age ?? 0, least)
}

/** An origin's error as it is kept, and given again without asking the origin. */
export async function keepError(options: {
  answer: EdgeAnswer
  cache: ContentCache
  key: string
  seconds: number
}): Promise<EdgeAnswer> {
  const { answer, cache, key, seconds } = options
  const { status } = answer
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
  )
  const body = Buffer.isBuffer(answer.body) ? answer.body : await buffer(answer.body)
  cache.set(key, { status, body, headers }, seconds)
  return { ...answer, body }
}
