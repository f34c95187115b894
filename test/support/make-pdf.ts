import { randomBytes } from 'node:crypto'

export interface PdfPage {
  readonly lines: readonly string[]
  /** @default A4 */
  readonly size?: readonly [width: number, height: number]
  readonly links?: readonly { readonly to: string | number; readonly line: number }[]
  /** Bytes of a picture of noise, which nothing makes smaller. */
  readonly noise?: number
}

export interface PdfOptions {
  /** Opens with nobody's password. */
  readonly locked?: boolean
  /** Runs when it is opened, in programs that run it. */
  readonly script?: string
  /** What it says of the number of its pages. */
  readonly claims?: number
  /** Whether its tree names all pages at once, as Word writes it, and not by tens. */
  readonly flat?: boolean
}

const TEN = 10
const inTens = (numbers: readonly number[]) =>
  Array.from({ length: Math.ceil(numbers.length / TEN) }, (_, at) =>
    numbers.slice(at * TEN, (at + 1) * TEN),
  )
const A4 = [595, 842] as const

/** A PDF of texts in Helvetica, as small as one can be: for tests, by hand. */
export function makePdf(pages: readonly PdfPage[], options: PdfOptions = {}): Buffer {
  const objects: Buffer[] = []
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body))
  const stream = (body: Buffer | string, entries = '') => {
    const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body
    return Buffer.concat([
      Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ])
  }
  // Numbers of objects that name each other are known before: catalogue, tree, font, then so many for each page.
  const [catalogue, tree, font] = [1, 2, 3]
  const action = options.script
    ? `/OpenAction << /S /JavaScript /JS (${escaped(options.script)}) >>`
    : ''
  add(`<< /Type /Catalog /Pages ${tree} 0 R /Lang (en) ${action} >>`)
  const perPage = pages.map(({ links = [], noise }) => 2 + links.length + (noise ? 1 : 0))
  const firsts = perPage.map((_, at) => 4 + perPage.slice(0, at).reduce((sum, one) => sum + one, 0))
  const tens = options.flat || pages.length <= TEN ? [] : inTens(firsts)
  const behind = 4 + perPage.reduce((sum, one) => sum + one, 0)
  const parentOf = (at: number) => (tens.length > 0 ? behind + Math.floor(at / TEN) : tree)
  const kids = tens.length > 0 ? tens.map((_, at) => behind + at) : firsts
  const references = (numbers: readonly number[]) =>
    numbers.map((number) => `${number} 0 R`).join(' ')
  add(`<< /Type /Pages /Count ${options.claims ?? pages.length} /Kids [${references(kids)}] >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [at, { lines, size = A4, links = [], noise }] of pages.entries()) {
    const first = firsts[at] ?? 0
    const [width, height] = size
    const annotations = links.map((_, nth) => `${first + 2 + nth} 0 R`).join(' ')
    const picture = first + 2 + links.length
    add(
      `<< /Type /Page /Parent ${parentOf(at)} 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + 1} 0 R /Resources << /Font << /F ${font} 0 R >> ${noise ? `/XObject << /P ${picture} 0 R >>` : ''} >> /Annots [${annotations}] >>`,
    )
    const text = lines
      .map((line, nth) => `1 0 0 1 60 ${height - 80 - nth * 24} Tm (${escaped(line)}) Tj`)
      .join('\n')
    const drawn = noise ? 'q 300 0 0 300 60 60 cm /P Do Q\n' : ''
    add(stream(`${drawn}BT /F 14 Tf\n${text}\nET`))
    for (const { to, line } of links) {
      const bottom = height - 84 - line * 24
      const leads =
        typeof to === 'number'
          ? `/Dest [${firsts[to - 1]} 0 R /Fit]`
          : `/A << /S /URI /URI (${escaped(to)}) >>`
      add(
        `<< /Type /Annot /Subtype /Link /Rect [60 ${bottom} 300 ${bottom + 18}] /Border [0 0 0] ${leads} >>`,
      )
    }
    if (noise) {
      const side = Math.ceil(Math.sqrt(noise))
      add(
        stream(
          randomBytes(side * side),
          `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8`,
        ),
      )
    }
  }
  for (const ten of tens)
    add(`<< /Type /Pages /Parent ${tree} 0 R /Count ${ten.length} /Kids [${references(ten)}] >>`)
  const lock = options.locked
    ? `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >> /ID [<${'0f'.repeat(16)}> <${'0f'.repeat(16)}>]`
    : ''
  return written(objects, `/Root ${catalogue} 0 R ${lock}`)
}

/** Pages that say which they are, with sentences of their own. */
export const numberedPages = (count: number): PdfPage[] =>
  Array.from({ length: count }, (_, at) => ({
    lines: [`Page ${at + 1}`, `This is what page ${at + 1} of ${count} is about.`],
  }))

function written(objects: readonly Buffer[], root: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [at, body] of objects.entries()) {
    places.push(length)
    const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(whole)
    length += whole.length
  }
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} ${root} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')
