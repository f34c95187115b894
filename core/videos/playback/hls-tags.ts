/** An HLS attribute list, its values as they stand: quoted strings with their quotes. */
export type HlsAttributes = ReadonlyMap<string, string>

/** RFC 8216 4.2: a comma inside a quoted string does not end an attribute. */
const ATTRIBUTE = /([A-Z0-9-]+)=("[^"\n]*"|[^",\s]*)/g

/** The attributes of `#EXT-X-MEDIA:TYPE=AUDIO,…`. */
export const readAttributes = (tag: string): HlsAttributes =>
  new Map(
    [...tag.slice(tag.indexOf(':') + 1).matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

export const writeTag = (name: string, attributes: HlsAttributes): string =>
  `${name}:${[...attributes].map(([key, value]) => `${key}=${value}`).join(',')}`

/** A quoted string can hold neither quotes nor line ends; a label's quotes become typographic ones. */
export const quoted = (text: string): string =>
  `"${text.replaceAll('"', '”').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}"`

export const unquoted = (value: string | undefined): string | undefined =>
  value?.replace(/^"(.*)"$/s, '$1')

/** `640x360`. */
export function readResolution(value: string | undefined) {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(value ?? '') ?? []
  return width && height ? { width: Number(width), height: Number(height) } : null
}
