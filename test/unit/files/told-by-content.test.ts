import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HEAD_BYTES, TAIL_BYTES, toldByContent } from '#core/files/content/told-by-content'

const bytesOf = (text: string, encoding: BufferEncoding = 'latin1') =>
  new Uint8Array(Buffer.from(text, encoding))

/** Both ends of a file, as the worker reads them. */
const told = (file: Uint8Array) =>
  toldByContent({ head: file.subarray(0, HEAD_BYTES), tail: file.subarray(-TAIL_BYTES) })

/** What a zip of these names looks like to who does not unpack it. */
const zipOf = (names: readonly string[], first = '') =>
  bytesOf(
    `PK\x03\x04${'\0'.repeat(26)}${first}${names.map((name) => `PK\x03\x04${name}`).join('')}${names
      .map((name) => `PK\x01\x02${'\0'.repeat(42)}${name}`)
      .join('')}PK\x05\x06${'\0'.repeat(18)}`,
  )
const OFFICE = '[Content_Types].xml'

describe('a file’s type', () => {
  it.each([
    ['jpeg', bytesOf('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['png', bytesOf('\x89PNG\r\n\x1a\n\0\0')],
    ['gif', bytesOf('GIF89a\x01\0')],
    ['webp', bytesOf('RIFF\x20\0\0\0WEBPVP8 ')],
    ['pdf', bytesOf('%PDF-1.7\n1 0 obj\n%%EOF\n')],
    ['mp3', bytesOf('ID3\x04\0\0\0')],
    ['mp3', bytesOf('\xff\xfb\x90\x64\0')],
    ['zip', zipOf(['notes/one.txt'])],
    ['docx', zipOf([OFFICE, 'word/document.xml'])],
    ['xlsx', zipOf([OFFICE, 'xl/workbook.xml'])],
    ['pptx', zipOf([OFFICE, 'ppt/presentation.xml'])],
    ['epub', zipOf(['META-INF/container.xml'], 'mimetypeapplication/epub+zip')],
    ['odt', zipOf(['content.xml'], 'mimetypeapplication/vnd.oasis.opendocument.text')],
    ['text', bytesOf('name,points\nÁda,3\n', 'utf8')],
    ['text', bytesOf('رياضيات', 'utf8')],
  ] as const)('is told as %s by its content', (type, file) => {
    expect(told(file)).toEqual({ type })
  })

  it.each([
    ['file_empty', ''],
    ['file_empty', `PK\x05\x06${'\0'.repeat(18)}`],
    ['file_damaged', '%PDF-1.7 cut off'],
    ['file_damaged', 'PK\x03\x04 cut off'],
    ['file_damaged', 'RIFX\0\0\0\0WEBP'],
    ['file_is_video', '\0\0\0\x20ftypisom'],
    ['file_is_video', '\x1a\x45\xdf\xa3webm'],
    ['file_is_page', '<!DOCTYPE html><p>Hello'],
    ['file_is_page', '\n <HTML>'],
    ['file_is_page', '<!-- a comment --><svg xmlns="…">'],
    ['file_is_page', '<?xml version="1.0"?><svg/>'],
    ['file_is_page', 'words, then <script>alert(1)</script>'],
    ['file_type_unknown', 'MZ\x90\0 a program'],
    ['file_type_unknown', '\x7fELF\x02'],
    ['file_type_unknown', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['file_type_unknown', 'half a character \xe2\x82'],
  ])('says %s of %j', (code, file) => {
    expect(told(bytesOf(file))).toMatchObject({ refusal: { code } })
  })

  it('takes no Office file with macros', () => {
    const file = zipOf([OFFICE, 'word/document.xml', 'word/vbaProject.bin'])
    expect(told(file)).toMatchObject({ refusal: { code: 'file_type_unknown' } })
  })

  it('reads a text whose last character is cut where the worker stops', () => {
    for (const before of [0, 1, 2])
      expect(told(bytesOf('x'.repeat(before) + '€'.repeat(2_000), 'utf8'))).toEqual({
        type: 'text',
      })
  })

  it('is a type or a reason for whatever bytes there are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (file) => {
        const answer = told(file)
        expect('type' in answer || answer.refusal.code.startsWith('file_')).toBe(true)
      }),
    )
  })
})
