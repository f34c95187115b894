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
  courseReports: 'Informes de este curso',
  siteReports: 'Informes del sitio',
  siteReportsHint: 'Estudiantes, cursos, promesas',
  newCourse: 'Curso nuevo',
  scheme: 'Cambiar entre claro y oscuro',
  language: 'Idioma',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
}
