import type { IncomingMessage } from 'node:http'

/** An address as the viewer wrote it, in its parts. */
export interface Address {
  /** With `https`, since the distribution is reached by that alone and policies are signed for it. */
  readonly whole: string
  readonly path: string
  /** With its `?`; empty where there is none. */
  readonly search: string
  /**
   * The path without dot segments, by which a behaviour is found. The origin and policies get the raw one.
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
   */
  readonly normalPath: string
}

/** Undefined where a request names no path, or none that can be read. */
export function readAddress(request: IncomingMessage): Address | undefined {
  const raw = request.url ?? '/'
  const base = `https://${request.headers.host ?? '127.0.0.1'}`
  if (!raw.startsWith('/') || !URL.canParse(`${base}${raw}`)) return undefined
  const at = raw.indexOf('?')
  return {
    whole: `${base}${raw}`,
    path: at < 0 ? raw : raw.slice(0, at),
    search: at < 0 ? '' : raw.slice(at),
    normalPath: new URL(`${base}${raw}`).pathname,
  }
}
