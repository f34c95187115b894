import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { copySource, refuseIfThere } from './objects.ts'
import {
  detailsOf,
  type Handler,
  numberIn,
  type Operation,
  sendEmpty,
  sendXml,
} from './operation.ts'
import { rangeOf } from './request/range.ts'
import { invalidArgument, noSuchKey } from './request/s3-error.ts'
import { createTally } from './request/tally.ts'
import { malformedXml, parseXml } from './request/xml.ts'
import { compareKeys } from './store/object-store.ts'
import { receive, receiveText } from './store/receive.ts'

const MOST_PARTS = 10_000

export const createUpload: Handler = async (operation) => {
  const { response, bucket, key, uploads } = operation
  const upload = await uploads.create({ bucket, ...detailsOf(operation) })
  sendXml(response, 'InitiateMultipartUploadResult', {
    Bucket: bucket,
    Key: key,
    UploadId: upload.id,
  })
}

export const uploadPart: Handler = async (operation) => {
  const { request, response, signed, store, uploads } = operation
  const { upload, number } = partOf(operation)
  const content = await receive(request, signed, store.stagingFile())
  const part = await uploads.putPart(upload.id, number, content)
  sendEmpty(response, 200, { etag: `"${part.etag}"`, 'x-amz-checksum-crc32': content.crc32 })
}

export const uploadPartCopy: Handler = async (operation) => {
  const { request, response, store, uploads } = operation
  const { upload, number } = partOf(operation)
  const { bucket, key } = copySource(operation)
  const asked = request.headers['x-amz-copy-source-range']
  const range = rangeOf(asked?.toString(), store.head(bucket, key)?.size ?? 0)
  const source = await store.read(bucket, key, range ?? undefined)
  if (!source) throw noSuchKey()
  const tally = createTally()
  const file = store.stagingFile()
  await pipeline(source.stream, (body) => tally.count(body), createWriteStream(file))
  const part = await uploads.putPart(upload.id, number, { file, ...tally.total() })
  sendXml(response, 'CopyPartResult', { ETag: `"${part.etag}"`, LastModified: part.lastModified })
}

function partOf({ query, bucket, key, uploads }: Operation) {
  const number = Number(query.get('partNumber'))
  if (!Number.isInteger(number) || number < 1 || number > MOST_PARTS)
    throw invalidArgument(`Part number must be an integer between 1 and ${MOST_PARTS}, inclusive.`)
  return { number, ...uploads.get(query.get('uploadId') ?? '', bucket, key) }
}

export const listParts: Handler = async ({ response, query, bucket, key, uploads }) => {
  const { upload, parts } = uploads.get(query.get('uploadId') ?? '', bucket, key)
  const after = numberIn(query.get('part-number-marker'), 0, 0, MOST_PARTS)
  const most = numberIn(query.get('max-parts'), 1000, 1, 1000)
  const left = parts.filter(({ number }) => number > after)
  const page = left.slice(0, most)
  sendXml(response, 'ListPartsResult', {
    Bucket: bucket,
    Key: key,
    UploadId: upload.id,
    StorageClass: 'STANDARD',
    PartNumberMarker: after,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: most,
    IsTruncated: left.length > page.length,
    Part: page.map((part) => ({
      PartNumber: part.number,
      LastModified: part.lastModified,
      ETag: `"${part.etag}"`,
      Size: part.size,
    })),
  })
}

export const listUploads: Handler = async ({ response, query, bucket, uploads }) => {
  const prefix = query.get('prefix') ?? ''
  const most = numberIn(query.get('max-uploads'), 1000, 1, 1000)
  const keyMarker = query.get('key-marker') ?? ''
  const idMarker = query.get('upload-id-marker') ?? ''
  const left = uploads
    .list(bucket)
    .filter(({ key }) => key.startsWith(prefix))
    .sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.id, b.id))
    .filter(({ key, id }) => {
      const order = compareKeys(key, keyMarker)
      return order > 0 || (order === 0 && idMarker !== '' && compareKeys(id, idMarker) > 0)
    })
  const page = left.slice(0, most)
  const last = left.length > page.length ? page.at(-1) : undefined
  sendXml(response, 'ListMultipartUploadsResult', {
    Bucket: bucket,
    Prefix: prefix,
    KeyMarker: keyMarker,
    UploadIdMarker: idMarker,
    NextKeyMarker: last?.key,
    NextUploadIdMarker: last?.id,
    MaxUploads: most,
    IsTruncated: last !== undefined,
    Upload: page.map(({ id, key, initiated }) => ({
      Key: key,
      UploadId: id,
      StorageClass: 'STANDARD',
      Initiated: initiated,
    })),
  })
}

export const completeUpload: Handler = async (operation) => {
  const { request, response, signed, query, bucket, key, store, uploads } = operation
  const document = parseXml(await receiveText(request, signed), 'CompleteMultipartUpload')
  const { upload } = uploads.get(query.get('uploadId') ?? '', bucket, key)
  refuseIfThere(operation)
  const { etag, ...content } = await uploads.assemble(
    upload.id,
    chosenParts(document),
    store.stagingFile(),
  )
  const { contentType, cacheControl, headers, tags } = upload
  const details = { key, contentType, cacheControl, headers, tags, etag }
  const object = await store.put(bucket, content, details, () => refuseIfThere(operation))
  await uploads.remove(upload.id)
  sendXml(response, 'CompleteMultipartUploadResult', {
    Location: `http://${request.headers.host}/${bucket}/${encodeURIComponent(key)}`,
    Bucket: bucket,
    Key: key,
    ETag: `"${etag}"`,
  })
  operation.created(object, 'CompleteMultipartUpload')
}

function chosenParts(document: unknown) {
  if (typeof document !== 'object' || document === null || !('Part' in document))
    throw malformedXml()
  return [document.Part].flat().map((part) => {
    if (typeof part !== 'object' || part === null || !('PartNumber' in part) || !('ETag' in part))
      throw malformedXml()
    return { number: Number(part.PartNumber), etag: String(part.ETag).replaceAll('"', '').trim() }
  })
}

export const abortUpload: Handler = async ({ response, query, bucket, key, uploads }) => {
  const { upload } = uploads.get(query.get('uploadId') ?? '', bucket, key)
  await uploads.remove(upload.id)
  sendEmpty(response, 204)
}
