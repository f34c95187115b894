import type { FileType } from '#contract/files/types'
import { type Saying, say } from '#contract/say'

/** How much of both ends is looked at. Bytes; a ZIP file's list of names, at its end, is read as far as it lies there. */
export const HEAD_BYTES = 4_096
export const TAIL_BYTES = 66_000

/** What is told of a file by its first and last bytes; a small one has the same in both. */
export interface Ends {
  readonly head: Uint8Array
  readonly tail: Uint8Array
}

/** What a file is, by its content alone; or why it is not taken. */
export type Told = { readonly type: FileType } | { readonly refusal: Saying }

/**
 * The types are told by how they begin, and whole ones by how they end. Nothing is unpacked. What begins as one type and
 * is another, too, stays harmless: pictures are made anew, and all else is only ever saved.
 */
export function toldByContent({ head, tail }: Ends): Told {
  if (head.length === 0) return { refusal: say('file_empty') }
  const [begins] = BEGINNINGS.filter(({ at = 0, bytes }) => matches(head, at, bytes))
  if (begins) return begins.told({ head, tail })
  if (isMp3(head)) return { type: 'mp3' }
  return toldOfText(head)
}

interface Beginning {
  /** @default 0 */
  readonly at?: number
  readonly bytes: string
  readonly told: (ends: Ends) => Told
}

const a = (type: FileType) => (): Told => ({ type })
const no = (code: 'file_is_video' | 'file_type_unknown') => (): Told => ({ refusal: say(code) })
const damaged = (): Told => ({ refusal: say('file_damaged') })

const BEGINNINGS: readonly Beginning[] = [
  { bytes: '\xff\xd8\xff', told: a('jpeg') },
  { bytes: '\x89PNG\r\n\x1a\n', told: a('png') },
  { bytes: 'GIF87a', told: a('gif') },
  { bytes: 'GIF89a', told: a('gif') },
  {
    at: 8,
    bytes: 'WEBP',
    told: ({ head }) => (matches(head, 0, 'RIFF') ? { type: 'webp' } : damaged()),
  },
  {
    bytes: '%PDF-',
    told: ({ tail }) =>
      latin(tail.subarray(-2_048)).includes('%%EOF') ? { type: 'pdf' } : damaged(),
  },
  { bytes: 'PK\x03\x04', told: toldOfZip },
  // An empty archive.
  { bytes: 'PK\x05\x06', told: () => ({ refusal: say('file_empty') }) },
  { bytes: 'ID3', told: a('mp3') },
  { at: 4, bytes: 'ftyp', told: no('file_is_video') },
  { bytes: '\x1a\x45\xdf\xa3', told: no('file_is_video') },
  { at: 8, bytes: 'AVI ', told: no('file_is_video') },
]

/** Of a packed file the names that it lists, which lie unpacked before its end. */
function toldOfZip({ head, tail }: Ends): Told {
  const end = latin(tail)
  const at = end.lastIndexOf('PK\x05\x06')
  if (at < 0) return damaged()
  // EPUB and OpenDocument say what they are in a first file that is not compressed.
  const first = /^mimetype([ -~]+?)PK/.exec(latin(head.subarray(ZIP_HEADER)))?.[1] ?? ''
  const open = OPEN_DOCUMENTS.find(({ mediaType }) => first === mediaType)
  if (open) return { type: open.type }
  const names = end.slice(0, at)
  if (!latin(head).includes('[Content_Types].xml') && !names.includes('[Content_Types].xml'))
    return { type: 'zip' }
  if (/vbaProject\.bin/i.test(names)) return { refusal: say('file_type_unknown') }
  return { type: OFFICE.find(({ folder }) => names.includes(folder))?.type ?? 'zip' }
}

/** Before a packed file's name: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7 */
const ZIP_HEADER = 30

const OPEN_DOCUMENTS = [
  { type: 'epub', mediaType: 'application/epub+zip' },
  { type: 'odt', mediaType: 'application/vnd.oasis.opendocument.text' },
  { type: 'ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  { type: 'odp', mediaType: 'application/vnd.oasis.opendocument.presentation' },
] as const

const OFFICE = [
  { type: 'docx', folder: 'word/document.xml' },
  { type: 'xlsx', folder: 'xl/workbook.xml' },
  { type: 'pptx', folder: 'ppt/presentation.xml' },
] as const

/** Frame sync of MPEG audio, layer III: https://www.iso.org/standard/22412.html, 2.4.2.3 */
const isMp3 = (head: Uint8Array): boolean =>
  head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2 && ((head[2] ?? 0) & 0xf0) !== 0xf0

/** Text is UTF-8 without controls. What a browser would take for a page is none, though it is served as plain text. */
function toldOfText(head: Uint8Array): Told {
  const text = asText(head)
  if (text === null) return { refusal: say('file_type_unknown') }
  return PAGE.test(text) ? { refusal: say('file_is_page') } : { type: 'text' }
}

/** By which browsers sniff a page, and an XML document that may be one: https://mimesniff.spec.whatwg.org/#mime-type-sniffing-algorithm */
const PAGE =
  /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype|html|head|body|script|iframe|svg|style|table|title|div|font|h1|img|link|meta|object|embed|\?xml)\b|<script[\s>]|<svg[\s>]/i

/** Controls but tab, line feed, form feed and carriage return. */
const CONTROL = /(?![\t\n\f\r])\p{Cc}/u

function asText(head: Uint8Array): string | null {
  // The last character may be cut in two.
  for (const cut of [0, 1, 2, 3])
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(
        head.subarray(0, head.length - (head.length === HEAD_BYTES ? cut : 0)),
      )
      return CONTROL.test(text) ? null : text
    } catch {
      if (head.length < HEAD_BYTES) return null
    }
  return null
}

/** A character a byte. */
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const matches = (bytes: Uint8Array, at: number, expected: string): boolean =>
  latin(bytes.subarray(at, at + expected.length)) === expected
