import type { EdgeAnswer } from './bucket-response.ts'

/** A sentence of the edge's own. */
export const plain = (status: number, text: string): EdgeAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(text),
  cache: 'Error',
})

/** What CloudFront says of a request that no key signed. */
export const errorXml = (code: string, message: string): EdgeAnswer => ({
  status: 403,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  ),
  cache: 'Error',
})
