import type { IncomingMessage, ServerResponse } from 'node:http'
import { invalidArgument } from './request/s3-error.ts'
import type { SignedRequest } from './request/signature.ts'
import { toXml, type XmlValue } from './request/xml.ts'
import type { ObjectMetadata, ObjectStore } from './store/object-store.ts'
import type { UploadStore } from './store/upload-store.ts'

/** A request that is signed rightly, to a bucket that exists. */
export interface Operation {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly signed: SignedRequest
  readonly bucket: string
  /** Empty for an operation on the bucket. */
  readonly key: string
  readonly query: URLSearchParams
  readonly store: ObjectStore
  readonly uploads: UploadStore
  created(object: ObjectMetadata, reason: CreationReason): void
}

export type CreationReason = 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload'

export type Handler = (operation: Operation) => Promise<void>

export function sendXml(response: ServerResponse, root: string, value: XmlValue, status = 200) {
  const body = toXml(root, value)
  response.writeHead(status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

export function sendEmpty(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
) {
  response.writeHead(status, { ...headers, ...(status !== 204 && { 'content-length': '0' }) })
  response.end()
}

/** What a request that makes an object says of it. */
export function detailsOf({ request, key }: Operation) {
  const { headers } = request
  return {
    key,
    contentType: headers['content-type'] ?? 'binary/octet-stream',
    cacheControl: headers['cache-control'],
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        KEPT_HEADERS.has(name) || name.startsWith('x-amz-meta-')
          ? keptHeader(name, String(value))
          : [],
      ),
    ),
    tags: Object.fromEntries(new URLSearchParams(String(headers['x-amz-tagging'] ?? ''))),
  }
}

const KEPT_HEADERS = new Set([
  'x-amz-storage-class',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
])

/** The framing of the transfer is no encoding of the content. */
function keptHeader(name: string, value: string): [string, string][] {
  if (name !== 'content-encoding') return [[name, value]]
  const codings = value.split(',').map((coding) => coding.trim())
  const kept = codings.filter((coding) => coding !== 'aws-chunked').join(',')
  return kept ? [[name, kept]] : []
}

export function numberIn(text: string | null, otherwise: number, least: number, most: number) {
  if (text === null || text === '') return otherwise
  const number = Number(text)
  if (!Number.isInteger(number) || number < least)
    throw invalidArgument(`${text} is not a whole number from ${least} to ${most}.`)
  return Math.min(number, most)
}
