import { listObjects } from './listing.ts'
import {
  abortUpload,
  completeUpload,
  createUpload,
  listParts,
  listUploads,
  uploadPart,
  uploadPartCopy,
} from './multipart.ts'
import { copyObject, deleteObject, deleteObjects, getObject, putObject } from './objects.ts'
import { type Handler, type Operation, sendEmpty, sendXml } from './operation.ts'
import { S3Error } from './request/s3-error.ts'
import { deleteTagging, getTagging, putTagging } from './tagging.ts'

/** The operation that method and query ask for; throws on one that is not offered here. */
export function handlerOf({ request, key, query }: Operation): Handler {
  const { method = '' } = request
  const routes = key ? OBJECT_ROUTES : BUCKET_ROUTES
  for (const [of, parameter, handler, header] of routes)
    if (
      of === method &&
      (!parameter || query.has(parameter)) &&
      (!header || request.headers[header] !== undefined)
    )
      if (parameter || !UNSUPPORTED.some((name) => query.has(name))) return handler
  throw new S3Error(
    501,
    'NotImplemented',
    `The local S3 has no ${method} of ${key ? 'an object' : 'a bucket'} with ?${query}. The real one may.`,
  )
}

const getLocation: Handler = async ({ response }) => {
  // S3 says nothing of us-east-1.
  sendXml(response, 'LocationConstraint', '')
}

const getVersioning: Handler = async ({ response }) => {
  sendXml(response, 'VersioningConfiguration', '')
}

const headBucket: Handler = async ({ response }) => {
  sendEmpty(response, 200)
}

type Route = readonly [method: string, parameter: string, handler: Handler, header?: string]

/** The first that fits. */
const OBJECT_ROUTES: readonly Route[] = [
  ['PUT', 'partNumber', uploadPartCopy, 'x-amz-copy-source'],
  ['PUT', 'partNumber', uploadPart],
  ['PUT', 'tagging', putTagging],
  ['PUT', '', copyObject, 'x-amz-copy-source'],
  ['PUT', '', putObject],
  ['GET', 'tagging', getTagging],
  ['GET', 'uploadId', listParts],
  ['GET', '', getObject],
  ['HEAD', '', getObject],
  ['POST', 'uploads', createUpload],
  ['POST', 'uploadId', completeUpload],
  ['DELETE', 'uploadId', abortUpload],
  ['DELETE', 'tagging', deleteTagging],
  ['DELETE', '', deleteObject],
]

const BUCKET_ROUTES: readonly Route[] = [
  ['GET', 'location', getLocation],
  ['GET', 'versioning', getVersioning],
  ['GET', 'uploads', listUploads],
  ['GET', '', listObjects],
  ['HEAD', '', headBucket],
  ['POST', 'delete', deleteObjects],
]

/** Subresources that must not be taken for the object or the listing. */
const UNSUPPORTED = [
  'acl',
  'attributes',
  'cors',
  'encryption',
  'legal-hold',
  'lifecycle',
  'notification',
  'policy',
  'replication',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'versionId',
  'versions',
  'website',
]
