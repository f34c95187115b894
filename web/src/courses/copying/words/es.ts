import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  duplicateCourse: 'Duplicar el curso',
  copyOf: (title: string) => `Copia de ${title}`,
  courseTitle: 'Título de la copia',
  copied:
    'La copia recibe todos los módulos y lecciones, los vídeos con sus subtítulos, los archivos e imágenes que muestran las lecciones y la configuración. Los enlaces entre lecciones llevan a las de la copia.',
  notCopied:
    'No se copian los estudiantes ni su progreso, el equipo, el historial ni los vídeos o archivos que no muestra ninguna lección. La copia es un borrador privado y es tuya.',
  newFirstDay: 'Primer día de la copia',
  newFirstDayHint: 'Todas las fechas se mueven con él el mismo número de días.',
  movesBy: (days: number) =>
    days === 0
      ? 'Las fechas se quedan como están.'
      : days > 0
        ? plural(days, {
            one: 'Las fechas se mueven # día hacia delante.',
            other: 'Las fechas se mueven # días hacia delante.',
          })
        : plural(-days, {
            one: 'Las fechas se mueven # día hacia atrás.',
            other: 'Las fechas se mueven # días hacia atrás.',
          }),
  beforeAndAfter: 'Fechas antes y después',
  what: 'Qué',
  before: 'Antes',
  after: 'Después',
  firstDay: 'Primer día',
  lastDay: 'Último día',
  opens: (title: string) => `Se abre «${title}»`,
  andMore: (count: number) => plural(count, { one: 'y # lección más', other: 'y # lecciones más' }),
  duplicate: 'Duplicar',
  cancel: 'Cancelar',

  beingCopied: (title: string) => `Este curso se está copiando de «${title}».`,
  soFar: (copied: number, total: number) =>
    plural(total, {
      one: `${copied} de # vídeo o archivo copiado.`,
      other: `${copied} de # vídeos y archivos copiados.`,
    }),
  publishLater: 'Se podrá publicar cuando esté todo. Puedes salir de esta página.',
  notWhole: 'Esta copia todavía no está completa: la copia se detuvo antes de acabar.',
  areMissing: 'Estos se borraron del original antes de poder copiarse:',
  tryAgain: 'Intentarlo otra vez',
  goOnWithout: 'Seguir sin ellos',
}
