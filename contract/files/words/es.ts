import type { fileSayings } from '#contract/files/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof fileSayings> = {
  file_over_limit: ({ bytes, maxBytes }) =>
    `El archivo ocupa ${megabytes(bytes)} y puede ocupar ${megabytes(maxBytes)}.`,
  image_too_large: ({ bytes, maxBytes }) =>
    `La imagen ocupa ${megabytes(bytes)} y puede ocupar ${megabytes(maxBytes)}. Guárdala más pequeña.`,
  image_too_many_pixels: ({ megapixels, maxMegapixels }) =>
    `La imagen tiene ${megapixels} megapíxeles, contando todos sus fotogramas, y puede tener ${maxMegapixels}. Guárdala más pequeña.`,
  image_unreadable: 'La imagen está dañada o no es una imagen: ningún programa nuestro la abre.',
  file_no_image: 'Esto no es una imagen. Elige un archivo JPEG, PNG, WebP o GIF.',
  file_damaged: 'El archivo está cortado o dañado. Súbelo otra vez desde el original.',
  file_is_page:
    'No se admiten páginas web ni dibujos SVG, porque podrían ejecutar programas. Exporta un PDF o un PNG.',
  file_is_video: 'Esto es un vídeo. Súbelo a los vídeos del curso.',
  file_type_unknown:
    'No se admiten archivos de este tipo. Sí imágenes, PDF, archivos de Office y OpenDocument, EPUB, ZIP, MP3 y texto sin formato.',
  file_is_cover:
    'Es la portada del curso, en el borrador o para los estudiantes. Elige otra en los ajustes y publica; luego elimínalo.',
  file_in_use: ({ published, drafts }) =>
    [
      ...(published.length > 0 ? [`Los estudiantes lo ven en ${published.join(', ')}.`] : []),
      ...(drafts.length > 0 ? [`Se usa en ${drafts.join(', ')}.`] : []),
      `Quítalo de ahí${published.length > 0 ? ' y publica' : ''}; luego elimínalo.`,
    ].join(' '),
}

const megabytes = (bytes: number) => `${(Math.ceil(bytes / 1e5) / 10).toLocaleString('es')} MB`
