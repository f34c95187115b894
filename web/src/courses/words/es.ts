import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  courses: 'Cursos',
  teacher: 'Docente',
  lessons: (count) => plural(count, { one: '# lección', other: '# lecciones' }),
  learners: (count) => plural(count, { one: '# estudiante', other: '# estudiantes' }),
  welcome: 'Te damos la bienvenida a Lectern',
  emptyForAuthor:
    'Aún no hay ningún curso publicado. Crea el primero: un título, una lección y «Publicar».',
  empty:
    'Aún no hay ningún curso publicado. Vuelve pronto o inicia sesión como autor para crear el primero.',
  makeFirst: 'Crear el primer curso',
  notHere: 'Este curso no está aquí',
  notHereText: 'Puede que aún no se haya publicado o que se haya eliminado.',
  contents: 'Contenido del curso',
  preview: 'Muestra gratuita',
  signInToEnrol: 'Inicia sesión para matricularte',
  enrol: 'Matricularme',
  start: 'Empezar a aprender',
  continue: 'Continuar',
}
