/** An element of EBML (RFC 8794): its id, and where its content begins and ends. */
export interface Element {
  readonly id: number
  readonly start: number
  /** Null where a recorder did not know it yet. */
  readonly end: number | null
}

/** The element at an offset of the bytes; null where there is none, or it is not all there. */
export function elementAt(bytes: Buffer, at: number): Element | null {
  const idLength = lengthOf(bytes[at], 4)
  const size = idLength === null ? null : variableInt(bytes, at + idLength)
  if (idLength === null || !size) return null
  const start = at + idLength + size.length
  return {
    id: bytes.readUIntBE(at, idLength),
    start,
    end: size.value === null ? null : start + size.value,
  }
}

/** The elements of a master, as far as the bytes go. */
export function* childrenOf(bytes: Buffer, from = 0): Generator<Element> {
  for (let at = from; at < bytes.length; ) {
    const element = elementAt(bytes, at)
    if (!element) return
    yield element
    if (element.end === null) return
    at = element.end
  }
}

/** A number that says its own length; its value is null when all its bits are set: unknown. */
export function variableInt(bytes: Buffer, at: number) {
  const length = lengthOf(bytes[at], 8)
  if (length === null || at + length > bytes.length) return null
  let value = (bytes[at] ?? 0) & (0xff >> length)
  let isUnknown = value === 0xff >> length
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte
    isUnknown &&= byte === 0xff
  }
  return { length, value: isUnknown ? null : value }
}

export const unsigned = (bytes: Buffer, { start, end }: Element): number =>
  [...bytes.subarray(start, end ?? start)].reduce((value, byte) => value * 256 + byte, 0)

/** Of four or eight bytes; null for any other length. */
export function float(bytes: Buffer, { start, end }: Element): number | null {
  const length = (end ?? start) - start
  if (start + length > bytes.length) return null
  if (length === 4) return bytes.readFloatBE(start)
  return length === 8 ? bytes.readDoubleBE(start) : null
}

/** By the zeros that a byte begins with. */
function lengthOf(first: number | undefined, most: number): number | null {
  const length = first ? Math.clz32(first) - 23 : 9
  return length <= most ? length : null
}
