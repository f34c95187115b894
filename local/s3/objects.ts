import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { detailsOf, type Handler, type Operation, sendEmpty, sendXml } from './operation.ts'
import { decodeUri } from './request/decode-uri.ts'
import { rangeOf } from './request/range.ts'
import { checkKey, invalidArgument, noSuchKey, S3Error } from './request/s3-error.ts'
import { malformedXml, parseXml } from './request/xml.ts'
import type { ObjectMetadata } from './store/object-store.ts'
import { receive, receiveText } from './store/receive.ts'

export const putObject: Handler = async (operation) => {
  const { request, response, signed, bucket, store } = operation
  refuseIfThere(operation)
  const content = await receive(request, signed, store.stagingFile())
  // Again: another request may have made it while this one's content came in.
  const isAllowed = () => refuseIfThere(operation)
  const object = await store.put(bucket, content, detailsOf(operation), isAllowed)
  sendEmpty(response, 200, {
    etag: `"${object.etag}"`,
    'x-amz-checksum-crc32': content.crc32,
    'x-amz-checksum-type': 'FULL_OBJECT',
  })
  operation.created(object, 'PutObject')
}

/**
 * S3's conditional writes: `If-None-Match: *`, and `If-Match` with the ETag that was read.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function refuseIfThere({ request, bucket, key, store }: Operation): void {
  if (request.headers['if-none-match'] === '*' && store.head(bucket, key))
    throw new S3Error(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold: the object is there already.',
    )
  const { 'if-match': match } = request.headers
  if (match === undefined) return
  const found = store.head(bucket, key)
  if (!found) throw noSuchKey()
  if (match.replaceAll('"', '') !== found.etag)
    throw new S3Error(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold: the object is another by now.',
    )
}

/** GetObject and HeadObject. */
export const getObject: Handler = async ({ request, response, bucket, key, query, store }) => {
  const found = store.head(bucket, key)
  if (!found) throw noSuchKey()
  const headers: Record<string, string> = { ...headersOf(found), ...overrides(query) }
  const { 'if-none-match': noneMatch, 'if-match': match } = request.headers
  const isOneOf = (tags: string) =>
    tags.split(',').some((tag) => ['*', `"${found.etag}"`, found.etag].includes(tag.trim()))
  if (match !== undefined && !isOneOf(match))
    throw new S3Error(412, 'PreconditionFailed', 'The ETag of the object is not the one given.')
  const since = Date.parse(String(request.headers['if-modified-since'] ?? ''))
  const unchanged =
    noneMatch === undefined
      ? since >= Math.floor(Date.parse(found.lastModified) / 1000) * 1000
      : isOneOf(noneMatch)
  if (unchanged) {
    response.writeHead(304, headers).end()
    return
  }

  if (request.method !== 'HEAD') refuseArchived(found)
  const range = rangeOf(request.headers.range, found.size)
  const status = range ? 206 : 200
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${found.size}`
  headers['content-length'] = String(range ? range.end - range.start + 1 : found.size)
  if (request.method === 'HEAD') {
    response.writeHead(status, headers).end()
    return
  }
  const object = await store.read(bucket, key, range ?? undefined)
  if (object?.metadata.etag !== found.etag) {
    object?.stream.destroy()
    throw new S3Error(409, 'OperationAborted', 'The object changed meanwhile. Try again.')
  }
  response.writeHead(status, headers)
  await pipeline(object.stream, response)
}

const STORAGE_CLASS = 'x-amz-storage-class'
const ARCHIVES = ['GLACIER', 'DEEP_ARCHIVE']

/** Nothing is restored here: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
function refuseArchived({ headers }: ObjectMetadata): void {
  if (ARCHIVES.includes(headers[STORAGE_CLASS] ?? ''))
    throw new S3Error(
      403,
      'InvalidObjectState',
      'The operation is not valid for the object’s storage class',
    )
}

export const copyObject: Handler = async (operation) => {
  const { request, response, bucket, store } = operation
  const { bucket: from, key } = copySource(operation)
  const source = await store.read(from, key)
  if (!source) throw noSuchKey()
  refuseArchived(source.metadata)
  const match = request.headers['x-amz-copy-source-if-match']
  if (match !== undefined && String(match).replaceAll('"', '') !== source.metadata.etag) {
    source.stream.destroy()
    throw new S3Error(412, 'PreconditionFailed', 'The ETag of the source is not the one given.')
  }
  const file = store.stagingFile()
  await pipeline(source.stream, createWriteStream(file))
  const { size, etag } = source.metadata
  const given = detailsOf(operation)
  const isReplaced = (directive: string) => request.headers[directive] === 'REPLACE'
  const details = isReplaced('x-amz-metadata-directive') ? given : source.metadata
  const object = await store.put(
    bucket,
    { file, size, md5: etag },
    {
      key: given.key,
      contentType: details.contentType,
      cacheControl: details.cacheControl,
      headers: details.headers,
      tags: isReplaced('x-amz-tagging-directive') ? given.tags : source.metadata.tags,
    },
  )
  sendXml(response, 'CopyObjectResult', {
    ETag: `"${object.etag}"`,
    LastModified: object.lastModified,
  })
  operation.created(object, 'CopyObject')
}

/** Where `x-amz-copy-source` points to; throws when its bucket is not there. */
export function copySource({ request, store }: Operation) {
  const text = decodeUri(String(request.headers['x-amz-copy-source'])).split('?')[0] ?? ''
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(text) ?? []
  if (!bucket || !key)
    throw invalidArgument('The x-amz-copy-source header must be like bucket/key.')
  if (!store.hasBucket(bucket))
    throw new S3Error(404, 'NoSuchBucket', `The bucket ${bucket} does not exist.`)
  checkKey(key)
  return { bucket, key }
}

export const deleteObject: Handler = async ({ response, bucket, key, store }) => {
  await store.delete(bucket, key)
  sendEmpty(response, 204)
}

export const deleteObjects: Handler = async ({ request, response, signed, bucket, store }) => {
  const document = parseXml(await receiveText(request, signed), 'Delete')
  if (typeof document !== 'object' || document === null || !('Object' in document))
    throw malformedXml()
  const deleted: { Key: string }[] = []
  for (const entry of [document.Object].flat()) {
    if (typeof entry !== 'object' || entry === null || !('Key' in entry)) throw malformedXml()
    const key = String(entry.Key)
    await store.delete(bucket, key)
    deleted.push({ Key: key })
  }
  const isQuiet = 'Quiet' in document && document.Quiet === 'true'
  sendXml(response, 'DeleteResult', { Deleted: isQuiet ? [] : deleted })
}

const headersOf = (object: ObjectMetadata): Record<string, string> => ({
  ...object.headers,
  etag: `"${object.etag}"`,
  'last-modified': new Date(object.lastModified).toUTCString(),
  'content-type': object.contentType,
  'accept-ranges': 'bytes',
  ...(object.cacheControl && { 'cache-control': object.cacheControl }),
  ...(Object.keys(object.tags).length > 0 && {
    'x-amz-tagging-count': String(Object.keys(object.tags).length),
  }),
})

/** `response-content-disposition=…` and its like, of a presigned URL. */
const overrides = (query: URLSearchParams) =>
  Object.fromEntries(
    [...query]
      .filter(([name]) => /^response-(content-|cache-control$|expires$)/.test(name))
      .map(([name, value]) => [name.slice('response-'.length), value]),
  )
