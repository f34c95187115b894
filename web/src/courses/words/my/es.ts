import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  myCourses: 'Mis cursos',
  none: 'Aún no tienes cursos',
  noneText: 'Los cursos en los que te matricules aparecerán aquí, por donde los dejaste.',
  find: 'Buscar un curso',
  progressIn: (course) => `Progreso en ${course}`,
  lessonsDone: (done, of) =>
    plural(of, { one: `${done} de # lección hecha`, other: `${done} de # lecciones hechas` }),
  continue: 'Continuar',
  start: 'Empezar a aprender',
}
