import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  uploadVideos: 'Subir vídeos',
  uploadFolder: 'Subir una carpeta',
  chooseNew: 'Elegir el vídeo nuevo',
  chooseVideos: 'Elegir vídeos',
  chooseFolder: 'Elegir una carpeta',
  dropNew: 'Suelta aquí el vídeo nuevo',
  drop: 'Suelta vídeos, subtítulos o carpetas en cualquier lugar',
  before: 'Antes de subir',
  looking: 'Examinando tus archivos…',
  reading: 'Leyendo…',
  upload: (count) => plural(count, { one: 'Subir # vídeo', other: 'Subir # vídeos' }),
  cancel: 'Cancelar',
  withFiles: (names) => `con ${names}`,
  leaveOut: (file) => `Excluir ${file}`,
  leftOut: (count) =>
    plural(count, { one: '# archivo queda excluido', other: '# archivos quedan excluidos' }),
  fromTo: (first, last) => `de ${first} a ${last}`,
  noneTaken: 'No se puede aceptar ninguno de estos.',
  sum: (duration, dollars) =>
    `El coste aproximado de codificar ${duration} de vídeo es de ${dollars}.`,
  unknown: (count) =>
    plural(count, {
      one: 'El coste de # vídeo se sabrá después de subirlo.',
      other: 'El coste de # vídeos se sabrá después de subirlos.',
    }),
  knownLater: 'La duración y el coste se sabrán después de subirlo.',
  onlyOne: 'Un vídeo sustituye a otro. Elige solo uno.',
  captionsGo: (count) =>
    plural(count, {
      one: '# archivo se añade al vídeo del mismo nombre.',
      other: '# archivos se añaden a los vídeos del mismo nombre.',
    }),
  onTheWay: (count) =>
    plural(count, { one: '# vídeo está en camino.', other: '# vídeos están en camino.' }),
  costs: (dollars) => `El coste aproximado de la codificación es de ${dollars}.`,
  workOn: 'Mientras tanto puedes seguir trabajando.',
  spent: (month, spent) => `Codificado hasta ahora en ${month}: ${spent}. No hay límite.`,
  left: (month, spent, limit, left) =>
    `Presupuesto de ${month}: gastado ${spent} de ${limit}, disponible ${left}.`,
  leftAfter: (month, spent, limit, left) =>
    `Presupuesto de ${month}: gastado ${spent} de ${limit}, disponible ${left} después de estos.`,
  beyondYours: (month, spent, limit) =>
    `Presupuesto de ${month}: gastado ${spent} de ${limit}. Lo que lo supere queda retenido hasta que lo autorices.`,
  beyond: (month, spent, limit) =>
    `Presupuesto de ${month}: gastado ${spent} de ${limit}. Lo que lo supere queda retenido hasta que un administrador lo autorice.`,
  madeOf: 'De qué se compone la estimación',
  dearer:
    'Cada parte cuesta más de lo habitual, porque hay que desentrelazar la imagen o convertir sus colores.',
  parts: {
    sd: (count) =>
      plural(count, {
        one: '# variante de menos de 720 líneas',
        other: '# variantes de menos de 720 líneas',
      }),
    hd: (count) =>
      plural(count, {
        one: '# variante de 720 a 1080 líneas',
        other: '# variantes de 720 a 1080 líneas',
      }),
    uhd: (count) =>
      plural(count, {
        one: '# variante de más de 1080 líneas',
        other: '# variantes de más de 1080 líneas',
      }),
    poster: (count) =>
      plural(count, { one: 'La imagen de portada', other: '# imágenes de portada' }),
    loudness: (count) =>
      plural(count, {
        one: 'Volumen uniforme de # pista de audio',
        other: 'Volumen uniforme de # pistas de audio',
      }),
  },
}
