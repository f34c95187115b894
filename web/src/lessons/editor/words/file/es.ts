import type { Words } from './en.ts'

const percents = new Intl.NumberFormat('es', { style: 'percent' })

export const words: Words = {
  fileOf: (lesson) => `Archivo de ${lesson}`,
  none: 'Aún no hay archivo',
  gone: 'El archivo ya no está. Elige otro.',
  arriving: 'Se está revisando…',
  choose: 'Elige un archivo',
  replace: 'Cámbialo',
  takeAway: 'Quítalo',
  sent: (share) => `enviado el ${percents.format(share)}`,
  stop: 'Detener',
  progressOf: (name) => `Cuánto se ha enviado de ${name}`,
  how: 'También puedes soltarlo aquí. Tus estudiantes leen los PDF por páginas y ven las imágenes en la lección; los documentos, presentaciones, hojas de cálculo, archivos comprimidos, audios y datos los descargan.',
}
