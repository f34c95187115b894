import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { type Listening, listen } from '#local/http/listen'
import { applyCors, type CorsRule } from './cors.ts'
import { createEventMaker, type ObjectCreatedEvent } from './created-event.ts'
import { type Operation, sendXml } from './operation.ts'
import { decodeUri } from './request/decode-uri.ts'
import { checkKey, S3Error } from './request/s3-error.ts'
import { type Credentials, verifySignature } from './request/signature.ts'
import { handlerOf } from './route.ts'
import { ObjectStore } from './store/object-store.ts'
import { UploadStore } from './store/upload-store.ts'

export interface S3Server extends Listening {
  readonly store: ObjectStore
}

/**
 * S3 of one account, on this machine and by paths (`/bucket/key`), for the SDKs, the AWS CLI and
 * browsers: every request is signed, and content is kept only when its checksums are right.
 */
export async function startS3(options: {
  /** 0 takes a free one. */
  port: number
  dataDir: string
  region: string
  credentials: Credentials
  buckets: readonly { readonly name: string; readonly cors?: readonly CorsRule[] }[]
  /** EventBridge's `Object Created`. */
  onEvent(event: ObjectCreatedEvent): void
}): Promise<S3Server> {
  const { port, dataDir, region, credentials, buckets, onEvent } = options
  const store = await ObjectStore.open(
    dataDir,
    buckets.map(({ name }) => name),
  )
  const uploads = await UploadStore.open(join(dataDir, 'uploads'))
  const corsRules = new Map(buckets.map(({ name, cors }) => [name, cors ?? []]))
  const eventOf = createEventMaker(region)

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '/', headers } = request
    const { bucket, key, query } = parseUrl(url)
    const isAllowed = applyCors(corsRules.get(bucket) ?? [], request, response)
    if (method === 'OPTIONS') {
      if (!isAllowed)
        throw new S3Error(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.')
      response.writeHead(200, { 'access-control-max-age': '3000', 'content-length': '0' }).end()
      return
    }
    const signed = verifySignature({ method, url, headers }, credentials)
    // A presigned URL says in its query what a signed request says in headers.
    for (const [name, value] of query)
      if (/^x-amz-(?!content-sha256)[a-z0-9-]+$/.test(name)) headers[name] ??= value
    if (!bucket) {
      sendXml(response, 'ListAllMyBucketsResult', {
        Owner: { ID: credentials.accessKeyId },
        Buckets: { Bucket: store.buckets.map((Name) => ({ Name, CreationDate: STARTED })) },
      })
      return
    }
    if (!store.hasBucket(bucket))
      throw new S3Error(404, 'NoSuchBucket', `The bucket ${bucket} does not exist.`)
    checkKey(key)
    const operation: Operation = {
      request,
      response,
      signed,
      bucket,
      key,
      query,
      store,
      uploads,
      created: (object, reason) => onEvent(eventOf(bucket, object, reason)),
    }
    await handlerOf(operation)(operation)
  }

  const server = createServer((request, response) => {
    response.setHeader('x-amz-request-id', randomBytes(8).toString('hex').toUpperCase())
    response.setHeader('x-amz-bucket-region', region)
    handle(request, response).catch((error: unknown) => sendError(request, response, error))
  })
  // A lecture over a slow line may take longer than Node's five minutes.
  server.requestTimeout = 0
  return { ...(await listen(server, port)), store }
}

const STARTED = new Date().toISOString()

function parseUrl(url: string) {
  const [path = '/', query] = url.split(/\?(.*)/s)
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(decodeUri(path)) ?? []
  return { bucket, key, query: new URLSearchParams(query) }
}

function sendError(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed || request.errored) {
    response.destroy()
    return
  }
  const known = error instanceof S3Error
  if (!known) console.error(error)
  // What is left of the body is not read, so nothing can follow it.
  if (!request.complete) response.setHeader('connection', 'close')
  const status = known ? error.status : 500
  if (request.method === 'HEAD') {
    response.writeHead(status).end()
    return
  }
  sendXml(
    response,
    'Error',
    {
      Code: known ? error.code : 'InternalError',
      Message: known ? error.message : 'We encountered an internal error. Please try again.',
      Resource: request.url,
      RequestId: String(response.getHeader('x-amz-request-id')),
    },
    status,
  )
}
