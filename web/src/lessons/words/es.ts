import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  notEnrolled: 'No te has matriculado en este curso',
  notEnrolledText: 'Matricúlate en su página para empezar a aprender.',
  toCourse: 'Ir al curso',
  outdated: 'Este curso se abrirá pronto de nuevo',
  noLessons: 'Este curso no tiene lecciones',
  noLessonsText: 'Su profesor aún no ha añadido ninguna.',
  contents: 'Contenido',
  courseContents: 'Contenido del curso',
  progress: 'Progreso en este curso',
  lessonsDone: (done, of) =>
    plural(of, { one: `${done} de # lección hecha`, other: `${done} de # lecciones hechas` }),
  done: 'Hecha',
  notDone: 'Aún sin hacer',
  watched: (percent) => `${percent} % visto`,
  nextLesson: 'Siguiente lección',
  isLast: 'Esta es la última lección.',
}
