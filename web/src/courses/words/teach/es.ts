import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  teach: 'Enseñar',
  allCourses: 'Todos los cursos',
  myCourses: 'Cursos que impartes',
  whose: 'De quién son los cursos',
  mine: 'Míos',
  everybodys: 'De todos',
  newCourse: 'Curso nuevo',
  noneAtAll: 'Aún no hay ningún curso. Crea uno: ponle un título, añade una lección y publícalo.',
  noneOfMine:
    'Aún no impartes ningún curso. Crea uno: ponle un título, añade una lección y publícalo.',
  noAuthor: 'Tu cuenta todavía no puede crear cursos',
  noAuthorText:
    'Pide a un administrador de este sitio que te añada a los autores y vuelve a iniciar sesión.',
  draft: 'Borrador, aún sin publicar',
  publishedTo: (learners) =>
    plural(learners, { one: 'Publicado · # estudiante', other: 'Publicado · # estudiantes' }),
  changed: (date) => `modificado el ${date}`,
  videos: 'Vídeos',
  settings: 'Ajustes',
  people: 'Personas',
  team: 'Equipo',
  reports: 'Informes',
  duplicate: 'Duplicar',
  siteReports: 'Informes del sitio',
  uploadsWithoutCourse: 'Archivos sin curso',
  courseTitle: 'Título del curso',
  courseTitleHint: 'Lo que buscarán los estudiantes, como «Álgebra lineal»',
  create: 'Crear curso',
  cancel: 'Cancelar',
}
