import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  names: { video: 'Vídeo', article: 'Artículo', file: 'Archivo', embed: 'Página incrustada' },
  markDone: 'Marcar como hecha',
  downloadFile: 'Descargar',
  download: (what) => `Descárgala (${what})`,
  openAt: (provider) => `Abrir en ${provider}`,
  openPage: 'Abrir la página aparte',
  pageSilent:
    'La página no se muestra aquí. Puede que tu red la bloquee o que su proveedor no responda; ábrela aparte.',
  pageNotAllowed: 'Este sitio ya no muestra páginas de este proveedor.',
  doneLater: (count) =>
    plural(count, {
      one: 'Podrás marcarla como hecha tras # minuto más con ella.',
      other: 'Podrás marcarla como hecha tras # minutos más con ella.',
    }),
}
