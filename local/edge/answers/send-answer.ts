import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { EdgeAnswer } from './bucket-response.ts'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html#compressed-content-cloudfront-file-types */
const COMPRESSIBLE = new Set(
  `
  application/dash+xml application/eot application/font application/font-sfnt
  application/javascript application/json application/opentype application/otf application/pdf
  application/pkcs7-mime application/protobuf application/rss+xml application/truetype
  application/ttf application/vnd.apple.mpegurl application/vnd.mapbox-vector-tile
  application/vnd.ms-fontobject application/wasm application/xhtml+xml application/xml
  application/x-font-opentype application/x-font-truetype application/x-font-ttf
  application/x-httpd-cgi application/x-javascript application/x-mpegurl application/x-opentype
  application/x-otf application/x-perl application/x-ttf font/eot font/opentype font/otf font/ttf
  image/svg+xml text/css text/csv text/html text/javascript text/js text/plain text/richtext
  text/tab-separated-values text/xml text/x-component text/x-java-source text/x-script
  vnd.apple.mpegurl
`
    .trim()
    .split(/\s+/),
)

/** CloudFront compresses objects of these sizes. */
const LEAST_BYTES = 1000
const MOST_BYTES = 10_000_000

/** How the answers of a behaviour are sent. */
export interface Manner {
  /** With what they are compressed. */
  readonly compress: readonly ('br' | 'gzip')[]
  /** Adds what the behaviour's policy says. */
  readonly addHeaders: (headers: Record<string, string | string[]>) => void
}

/** Sends an answer to the viewer: the policy's headers, `x-cache`, compressed where that pays. */
export async function sendAnswer(options: {
  answer: EdgeAnswer
  request: IncomingMessage
  response: ServerResponse
  manner: Manner
}): Promise<void> {
  const { answer, request, response, manner } = options
  const headers = { ...answer.headers }
  const cookies = headers['set-cookie']
  if (cookies) headers['set-cookie'] = overHttp(cookies)
  headers['x-cache'] = `${answer.cache} from cloudfront`
  headers.via = '1.1 local.cloudfront.net (CloudFront)'
  manner.addHeaders(headers)

  const encoding = encodingFor(answer, request, manner.compress)
  if (encoding) {
    const { vary, etag } = headers
    headers['content-encoding'] = encoding
    headers.vary = vary === undefined ? 'Accept-Encoding' : [vary, 'Accept-Encoding'].flat()
    delete headers['content-length']
    if (typeof etag === 'string' && etag.startsWith('"')) headers.etag = `W/${etag}`
  }
  response.writeHead(answer.status, headers)
  if (request.method === 'HEAD' || answer.status === 304 || answer.status === 204) {
    if (answer.body instanceof Readable) answer.body.destroy()
    response.end()
    return
  }
  if (!encoding && Buffer.isBuffer(answer.body)) {
    response.end(answer.body)
    return
  }
  const body = Buffer.isBuffer(answer.body)
    ? Readable.from([answer.body], { objectMode: false })
    : answer.body
  if (!encoding) return pipeline(body, response)
  const compressor =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : createGzip()
  return pipeline(body, compressor, response)
}

/**
 * CloudFront speaks HTTPS to viewers and this stand-in plain HTTP, where a client other than a
 * browser would keep a `Secure` cookie back.
 */
const overHttp = (cookies: string | string[]): string[] =>
  [cookies].flat().map((cookie) => cookie.replace(/;\s*Secure(?=;|$)/i, ''))

function encodingFor(
  answer: EdgeAnswer,
  request: IncomingMessage,
  compress: readonly ('br' | 'gzip')[],
): 'br' | 'gzip' | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const size = Number(answer.headers['content-length'] ?? 0)
  if (
    answer.status !== 200 ||
    answer.headers['content-encoding'] ||
    size < LEAST_BYTES ||
    size > MOST_BYTES ||
    !COMPRESSIBLE.has(typeOf(answer))
  )
    return undefined
  return compress.find((encoding) => new RegExp(`\\b${encoding}\\b`).test(accepted))
}

const typeOf = ({ headers }: EdgeAnswer): string =>
  String(headers['content-type'] ?? '')
    .split(';', 1)[0]
    ?.trim()
    .toLowerCase() ?? ''
