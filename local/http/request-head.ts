import type { IncomingMessage } from 'node:http'

/** A request line and its headers as they came over the wire, in bytes; what Node gives of them is Latin-1. */
export function headBytes({ method = '', url = '', rawHeaders }: IncomingMessage): number {
  const line = `${method} ${url} HTTP/1.1\r\n`.length
  // Between a name and its value `: `, after it a line's end.
  const headers = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0)
  return line + headers + 2
}

/**
 * The path and query that a request asks for. Undefined for what is not written from the root on (`*`,
 * `http://host/path`), as no client of ours sends it.
 */
export const targetOf = ({ url = '' }: IncomingMessage): URL | undefined =>
  url.startsWith('/') && URL.canParse(`http://127.0.0.1${url}`)
    ? new URL(`http://127.0.0.1${url}`)
    : undefined

export const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
