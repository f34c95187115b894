import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  siteReports: 'Informes del sitio',
  toTeach: 'Cursos que impartes',
  forAdmins: 'Para administradores',
  forAdminsText: 'Los informes de todo el sitio son para quienes lo administran.',
  day: 'Día',
  onTheDay: 'En el día',
  in7: 'En 7 días',
  in30: 'En 30 días',
  activeLearners: 'Estudiantes activos',
  activeByDay: 'Estudiantes activos, día a día',
  activeSummary: (month, week) =>
    plural(month, {
      one: `# persona ha aprendido aquí en los últimos 30 días; ${week} en los últimos 7.`,
      other: `# personas han aprendido aquí en los últimos 30 días; ${week} en los últimos 7.`,
    }),
  nobodyActive:
    'Nadie ha aprendido aquí en los últimos 30 días. Unos minutos después de que alguien lo haga, lo verás aquí.',
  coursesByUse: 'Cursos por uso',
  courses: 'Cursos',
  coursesSummary: (count, cost) =>
    plural(count, {
      one: `# curso, primero el más usado. Codificación y salida de datos en estos días: ${cost}, según una estimación.`,
      other: `# cursos, primero los más usados. Codificación y salida de datos en estos días: ${cost}, según una estimación.`,
    }),
  noCourses: 'En estos días no se ha usado ningún curso.',
  course: 'Curso',
  learnerDays: 'Días de aprendizaje',
  enrolled: 'Matriculados',
  completed: 'Terminado',
  time: 'Tiempo dedicado',
  minutes: 'Minutos',
  uploaded: 'Subido',
  bytes: 'Bytes subidos',
  encoding: 'Codificación',
  encodingUsd: 'Codificación, dólares',
  egress: 'Salida de datos',
  egressUsd: 'Salida de datos, dólares',
  usedBy: (days, time) =>
    plural(days, {
      one: `# día de aprendizaje, ${time}`,
      other: `# días de aprendizaje, ${time}`,
    }),
  costs: (uploaded, dollars) => `${uploaded} subidos, ${dollars} según una estimación`,
}
