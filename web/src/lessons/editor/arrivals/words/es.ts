import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  firstModule: 'Primer módulo',
  chooseFiles: 'Archivos que serán lecciones',
  notTaken:
    'No se aceptan archivos de este tipo. Elige un vídeo, un PDF, una imagen o un documento.',
  made: (count) =>
    plural(count, {
      one: '# lección creada. Su archivo está en camino.',
      other: '# lecciones creadas. Sus archivos están en camino.',
    }),
  notMade: 'No todos estos archivos se han convertido en lecciones:',
  unread: 'No se ha podido leer lo que has soltado. Elige los archivos.',
  uploadVideo: 'Sube un vídeo',
  onItsWay: 'Su vídeo está en camino y ocupará su lugar aquí sin que hagas nada.',
  dismiss: 'Cerrar',
}
