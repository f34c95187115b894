import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')
const percents = new Intl.NumberFormat('es', { style: 'percent' })

export const words: Words = {
  pagesOf: (title) => `Páginas de «${title}»`,
  pageOf: (page, count) => `Página ${page} de ${count}`,
  tools: 'Herramientas del documento',
  page: (count) => plural(count, { one: 'Página, la única', other: 'Página, de la 1 a la #' }),
  of: (count) => `de ${count}`,
  pageBefore: 'Página anterior',
  pageAfter: 'Página siguiente',
  smaller: 'Más pequeño',
  larger: 'Más grande',
  percent: (share) => percents.format(share),
  find: 'Buscar en el documento',
  findText: 'Buscar en todas las páginas',
  findProgress: 'Páginas ya recorridas',
  matchBefore: 'Resultado anterior',
  matchAfter: 'Resultado siguiente',
  endFinding: 'Terminar la búsqueda',
  match: (place, count, page) => `${place} de ${count}, en la página ${page}`,
  searching: 'Recorriendo las páginas…',
  noMatch: 'No está en ninguna página.',
  noText: 'Las páginas son imágenes sin texto: no se puede buscar en ellas.',
  darkPages: 'Páginas oscuras',
  download: 'Descargar',
  downloadIt: (size) => `Descárgalo (${size})`,
  linkWithin: 'A otro lugar del documento',
  pageBroken: 'Esta página no se puede dibujar. Descarga el documento para verla en otro programa.',
  pageWithoutText: 'Esta página es una imagen sin texto.',
  waiting: 'Esperando a la red…',
  tryAgain: 'Inténtalo otra vez',
  foreignForm:
    'Este documento es un formulario que solo muestran los programas de Adobe. Para rellenarlo, descárgalo.',
  problems: {
    protected: 'Este documento está protegido con contraseña y no se puede mostrar aquí.',
    broken:
      'Este documento está dañado y no se puede mostrar aquí. Quizá otro programa lo pueda abrir.',
    gone: 'El documento ya no está o ya no lo puedes abrir.',
    too_long: 'Este documento tiene demasiadas páginas para mostrarlo aquí.',
  },
}
