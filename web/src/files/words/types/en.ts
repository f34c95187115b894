import type { FileType } from '#contract/files/types'
import type { Translated } from '#contract/words/translated'

export const words = {
  types: {
    jpeg: 'Picture',
    png: 'Picture',
    webp: 'Picture',
    gif: 'Picture',
    pdf: 'PDF',
    docx: 'Word document',
    xlsx: 'Excel workbook',
    pptx: 'PowerPoint slides',
    odt: 'OpenDocument text',
    ods: 'OpenDocument spreadsheet',
    odp: 'OpenDocument slides',
    epub: 'E-book',
    zip: 'ZIP archive',
    mp3: 'Audio, MP3',
    text: 'Text',
  } satisfies Record<FileType, string>,
}
export type Words = Translated<typeof words>
