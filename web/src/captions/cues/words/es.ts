import type { Words } from './en.ts'

export const words: Words = {
  notFetched: (status) => `No se han podido leer los subtítulos (${status}).`,
  noTimes: 'Hay texto sin tiempos. Escribe encima una línea como 00:01.000 --> 00:04.000.',
  badTimes: (line) => `«${line}» no son tiempos. Escríbelos así: 00:01.000 --> 00:04.000.`,
  noDuration: 'El subtítulo termina a la vez que empieza, así que nadie lo vería.',
  noWordsBelow: 'No hay texto debajo de estos tiempos.',
  endsFirst: 'Termina antes de empezar.',
  noWords: 'No tiene texto. Escríbelo o elimina el subtítulo.',
  afterEnd: 'Empieza después del final del vídeo.',
  overlaps: 'Empieza antes de que termine el anterior.',
  tooShort: 'Desaparece demasiado rápido.',
  tooFast: (speed, readable) => `${speed} caracteres por segundo; se suelen leer unos ${readable}.`,
  tooLong: (longest, room) =>
    `Una línea tiene ${longest} caracteres; en una pantalla pequeña caben hasta ${room}.`,
  tooManyLines: (count) => `${count} líneas tapan la imagen; usa dos.`,
}
