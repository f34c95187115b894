import type { Words } from './en.ts'

export const words: Words = {
  names: { video: 'Vídeo', article: 'Artículo' },
  markDone: 'Marcar como hecha',
}
