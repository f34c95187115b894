import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** What a stored value says of itself. Times are milliseconds by the clock of whoever stored it. */
export interface Stored {
  /** Of what it is of when it was read; of another version it is no answer any more. */
  readonly version: string
  readonly storedAt: number
  readonly freshUntil: number
  /** JSON. */
  readonly text: string
}

/**
 * Above this, values are deflated at level 1, which leaves a third of a syllabus of 100 lessons or of a page of cards
 * and costs 0.03 ms more when it is read (ADR 17). Bytes.
 */
const DEFLATE_FROM = 2_048
/** A page of a course of 2,000 long titles is a megabyte or two. */
const LONGEST = 16_000_000

/** The form's number, a checksum, two times, and the length of the version that follows. */
const HEAD = 1 + 4 + 8 + 8 + 1
const CHECKED_FROM = 5
const PLAIN = 1
const DEFLATED = 2

/** A checksum over key and value tells what was cut off, damaged, or meant for another key. */
export function seal(key: string, { version, storedAt, freshUntil, text }: Stored): Buffer {
  const plain = Buffer.from(text)
  const isLong = plain.length >= DEFLATE_FROM
  const name = Buffer.from(version)
  const value = Buffer.concat([
    Buffer.alloc(HEAD),
    name,
    isLong ? deflateRawSync(plain, { level: 1 }) : plain,
  ])
  value.writeUInt8(isLong ? DEFLATED : PLAIN, 0)
  value.writeDoubleBE(storedAt, CHECKED_FROM)
  value.writeDoubleBE(freshUntil, CHECKED_FROM + 8)
  value.writeUInt8(name.length, HEAD - 1)
  value.writeUInt32BE(checksum(key, value), 1)
  return value
}

/** @throws Error for what was not sealed under this key, or is not whole */
export function unseal(key: string, value: Buffer): Stored {
  if (value.length < HEAD) throw new Error('A stored value is too short.')
  const form = value.readUInt8(0)
  if (form !== PLAIN && form !== DEFLATED) throw new Error('A stored value has another form.')
  if (value.readUInt32BE(1) !== checksum(key, value))
    throw new Error('A stored value is not as it was stored.')
  const begin = HEAD + value.readUInt8(HEAD - 1)
  const body = value.subarray(begin)
  return {
    version: value.toString('latin1', HEAD, begin),
    storedAt: value.readDoubleBE(CHECKED_FROM),
    freshUntil: value.readDoubleBE(CHECKED_FROM + 8),
    text: (form === DEFLATED
      ? inflateRawSync(body, { maxOutputLength: LONGEST })
      : body
    ).toString(),
  }
}

const checksum = (key: string, value: Buffer) => crc32(value.subarray(CHECKED_FROM), crc32(key))
