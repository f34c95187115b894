import type { Words } from './en.ts'

export const words: Words = {
  preview: 'Muestra gratuita',
  notHere: 'No existe esa muestra',
  notHereText: 'Puede que la lección sea ya solo para miembros del curso.',
  toCourse: 'Ir al curso',
}
