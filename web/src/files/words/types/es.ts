import type { Words } from './en.ts'

export const words: Words = {
  types: {
    jpeg: 'Imagen',
    png: 'Imagen',
    webp: 'Imagen',
    gif: 'Imagen',
    pdf: 'PDF',
    docx: 'Documento de Word',
    xlsx: 'Libro de Excel',
    pptx: 'Presentación de PowerPoint',
    odt: 'Texto OpenDocument',
    ods: 'Hoja de cálculo OpenDocument',
    odp: 'Presentación OpenDocument',
    epub: 'Libro electrónico',
    zip: 'Archivo ZIP',
    mp3: 'Audio en MP3',
    text: 'Texto',
  },
}
