import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { JsonObject } from '#local/assembly/json'
import {
  type CachedObject,
  type ContentCache,
  MAX_OBJECT_BYTES,
  secondsToKeep,
} from './content-cache.ts'
import type { BucketOrigin, ByteRange, StoredObject } from './origin.ts'

/** What an origin answered, before the edge's own headers and compression. */
export interface EdgeAnswer {
  readonly status: number
  readonly headers: Record<string, string | string[]>
  readonly body: Buffer | Readable
  readonly cache: 'Hit' | 'Miss' | 'Error'
}

const ACCESS_DENIED =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'

/** An object by its address: conditional, in part, and from the cache where the policy allows. */
export async function answerFromBucket(options: {
  origin: BucketOrigin
  key: string
  cacheKey: string
  policy: JsonObject
  cache: ContentCache
  request: IncomingMessage
}): Promise<EdgeAnswer> {
  const { origin, key, cacheKey, policy, cache, request } = options
  const cached = cache.get(cacheKey)
  if (cached) return answerFromMemory(cached, request, 'Hit')

  const rangeHeader = request.headers.range
  if (rangeHeader) {
    const whole = await origin.read(key)
    if (!whole) return denied()
    whole.stream.destroy()
    const { size } = whole.metadata
    const range = parseRange(rangeHeader, size)
    if (range === 'unsatisfiable') return unsatisfiable(size)
    const headers = headersOf(whole)
    if (isUnchanged(request, headers)) return unchanged(headers, 'Miss')
    if (range) {
      const part = await origin.read(key, range)
      return part ? partial(headers, range, size, part.stream, 'Miss') : denied()
    }
  }

  const object = await origin.read(key)
  if (!object) return denied()
  const headers = headersOf(object)
  const seconds = secondsToKeep(policy, headers['cache-control'] ?? '')
  if (seconds > 0 && object.metadata.size <= MAX_OBJECT_BYTES) {
    const kept = { body: await buffer(object.stream), headers }
    cache.set(cacheKey, kept, seconds)
    return answerFromMemory(kept, request, 'Miss')
  }
  if (isUnchanged(request, headers)) {
    object.stream.destroy()
    return unchanged(headers, 'Miss')
  }
  return { status: 200, headers, body: object.stream, cache: 'Miss' }
}

/** A whole object that is kept, as much of it as is asked for. */
export function answerFromMemory(
  object: CachedObject,
  request: IncomingMessage,
  cache: EdgeAnswer['cache'],
): EdgeAnswer {
  const headers = { ...object.headers }
  if (isUnchanged(request, headers)) return unchanged(headers, cache)
  const size = object.body.length
  const range = request.headers.range && parseRange(request.headers.range, size)
  if (range === 'unsatisfiable') return unsatisfiable(size)
  if (!range) return { status: 200, headers, body: object.body, cache }
  const bytes = object.body.subarray(range.start, range.end + 1)
  return partial(headers, range, size, bytes, cache)
}

function headersOf({ metadata }: StoredObject): Record<string, string> {
  return {
    ...metadata.headers,
    'content-type': metadata.contentType ?? 'application/octet-stream',
    'content-length': String(metadata.size),
    etag: `"${metadata.etag.replaceAll('"', '')}"`,
    'last-modified': new Date(metadata.lastModified).toUTCString(),
    'accept-ranges': 'bytes',
    ...(metadata.cacheControl && { 'cache-control': metadata.cacheControl }),
  }
}

/** One range of bytes; undefined where the header is to be left unheeded, as RFC 9110 says. */
export function parseRange(
  header: string,
  size: number,
): Required<ByteRange> | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = header.match(/^bytes=(\d*)-(\d*)$/) ?? []
  if (first === '' && last === '') return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size) return 'unsatisfiable'
  return end < start ? undefined : { start, end }
}

function isUnchanged(request: IncomingMessage, headers: Record<string, string>): boolean {
  const tags = request.headers['if-none-match']
  if (tags)
    return (
      tags === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === headers.etag)
    )
  const since = request.headers['if-modified-since']
  return since !== undefined && Date.parse(headers['last-modified'] ?? '') <= Date.parse(since)
}

/** S3 does not tell CloudFront a missing object from a forbidden one: it may not list the bucket. */
const denied = (): EdgeAnswer => ({
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(ACCESS_DENIED),
  cache: 'Error',
})

const unsatisfiable = (size: number): EdgeAnswer => ({
  status: 416,
  headers: { 'content-range': `bytes */${size}` },
  body: Buffer.alloc(0),
  cache: 'Error',
})

function unchanged(headers: Record<string, string>, cache: EdgeAnswer['cache']): EdgeAnswer {
  const { 'content-length': _, ...kept } = headers
  return { status: 304, headers: kept, body: Buffer.alloc(0), cache }
}

const partial = (
  headers: Record<string, string>,
  range: Required<ByteRange>,
  size: number,
  body: Buffer | Readable,
  cache: EdgeAnswer['cache'],
): EdgeAnswer => ({
  status: 206,
  headers: {
    ...headers,
    'content-length': String(range.end - range.start + 1),
    'content-range': `bytes ${range.start}-${range.end}/${size}`,
  },
  body,
  cache,
})
