import { createHash } from 'node:crypto'
import { encodeTime } from 'ulid'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID that the same words of the same time always get. */
export function idBody(at: string, ...words: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(words)).digest()
  const randomness = [...hash.subarray(0, 16)].map((byte) => CROCKFORD[byte & 31]).join('')
  return `${encodeTime(Date.parse(at))}${randomness}`
}
