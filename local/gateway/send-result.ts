import type { ServerResponse } from 'node:http'
import { constants, gzipSync } from 'node:zlib'
import type { APIGatewayProxyResult } from 'aws-lambda'

/** What a function returned, as it is sent; what is kept of it is made once. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Buffer
  /** The body by gzip, made when it is asked for first. */
  readonly compressed: () => Buffer
}

export function answerOf(result: APIGatewayProxyResult): Answer {
  const headers: Record<string, string | readonly string[]> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(result.headers ?? {}))
    headers[name.toLowerCase()] = String(value)
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {}))
    headers[name.toLowerCase()] = values.map(String)
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8')
  let compressed: Buffer | undefined
  return {
    status: result.statusCode,
    headers,
    body,
    compressed: () => (compressed ??= gzipSync(body, { level: constants.Z_BEST_SPEED })),
  }
}

export function send(
  response: ServerResponse,
  { status, headers, body, compressed }: Answer,
  requestId: string,
  /** From how many bytes on it is compressed. */
  compressFrom: number | undefined,
): void {
  const isCompressed =
    compressFrom !== undefined && body.length >= compressFrom && !headers['content-encoding']
  const sent = isCompressed ? compressed() : body
  response.writeHead(status, {
    ...headers,
    'x-amzn-requestid': requestId,
    ...(isCompressed && { 'content-encoding': 'gzip' }),
    ...(status !== 204 && { 'content-length': sent.length }),
  })
  response.end(sent)
}
