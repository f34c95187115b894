import type { Words } from './en.ts'

export const words: Words = {
  noImage: 'Esto no es una imagen. Elige un archivo JPEG, PNG, WebP o GIF.',
  slow: 'El archivo ha llegado, pero nadie lo ha mirado todavía. Inténtalo de nuevo en un minuto.',
  refused: 'El archivo se ha rechazado.',
}
