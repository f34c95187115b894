/**
 * A text file's text: UTF-8, or UTF-16 with its byte order mark, as subtitle tools write it. Null when it is
 * neither: a guess between the other encodings would show learners wrong letters.
 */
export function readText(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
