import type { Words } from './en.ts'

export const words: Words = {
  title: 'Buscar cursos y acciones',
  search: 'Buscar',
  placeholder: 'Busca un curso, una lección o una acción',
  found: 'Resultados',
  nothing: 'Nada se llama así. Prueba con otra palabra.',
  lessons: 'Lecciones de este curso',
  myCourses: 'Mis cursos',
  courses: 'Cursos',
  actions: 'Acciones',
  allCourses: 'Todos los cursos',
  teach: 'Enseñar',
  teachHint: 'Los cursos que impartes',
  newCourse: 'Curso nuevo',
  scheme: 'Cambiar entre claro y oscuro',
  language: 'Idioma',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
}
