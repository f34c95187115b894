import type { IncomingMessage } from 'node:http'
import type { Address } from './address.ts'
import type { EdgeRequest } from './edge-function.ts'

/** As an HTTP origin is sent them. */
export type OriginHeaders = Readonly<Record<string, string | string[] | undefined>>

/** What a function leaves of a request's headers. Cookies are not among them, and pass as they came. */
export const headersOf = (edited: EdgeRequest, request: IncomingMessage): OriginHeaders => ({
  ...Object.fromEntries(Object.entries(edited.headers).map(([name, { value }]) => [name, value])),
  ...(request.headers.cookie !== undefined && { cookie: request.headers.cookie }),
})

/** The query as a function leaves it: that of the viewer to the letter, where nothing of it was changed. */
export function searchOf(edited: EdgeRequest, asked: Address): string {
  const before = JSON.stringify(values(new URLSearchParams(asked.search)))
  if (JSON.stringify(edited.querystring) === before) return asked.search
  const pairs = Object.entries(edited.querystring).map(([name, { value }]) => `${name}=${value}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** A path's percent signs undone and its leading slash left out; undefined when it is malformed. */
export function decodeKey(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replace(/^\//, ''))
  } catch {
    return undefined
  }
}

export function cookiesOf(request: IncomingMessage): Map<string, string> {
  return new Map(
    (request.headers.cookie ?? '').split(';').flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]]
    }),
  )
}

const values = (entries: Iterable<[string, string]>) =>
  Object.fromEntries([...entries].map(([key, value]) => [key, { value }]))

export const viewerOf = (request: IncomingMessage) => request.socket.remoteAddress ?? '127.0.0.1'

/** The request as CloudFront's functions are given it. */
export const edgeRequest = (request: IncomingMessage, asked: Address): EdgeRequest => ({
  method: request.method ?? 'GET',
  uri: asked.path,
  querystring: values(new URLSearchParams(asked.search)),
  headers: headerValues(request.headers),
  cookies: values(cookiesOf(request)),
})

/** Headers as CloudFront's functions are given them. */
export const headerValues = (headers: object) =>
  values(Object.entries(headers).map(([name, value]) => [name, String(value)]))
