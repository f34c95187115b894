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
  measured: 'Medido',
  promised: 'Prometido',
  kept: 'Cumplido',
  yes: 'Sí',
  no: 'No',
  inMilliseconds: (percentile) => `Milisegundos, el ${percentile} % o menos`,
  promisedMilliseconds: 'Prometido, milisegundos',
  inPercent: 'Porcentaje de fallos',
  promisedPercent: 'Prometido, porcentaje',
  keptOn: (kept, days) =>
    plural(days, {
      one: kept === 1 ? 'Cumplido el único día medido.' : 'No se cumplió el único día medido.',
      other:
        kept === days
          ? 'Cumplido en cada uno de los # días medidos.'
          : `Cumplido en ${kept} de los # días medidos.`,
    }),
  notMeasured: 'En estos días no se ha medido nada.',
  apiResponse: 'Cuánto tarda el sitio en responder',
  apiResponseByDay: 'Cuánto tarda el sitio en responder, día a día',
  apiResponsePromise: (limit, percentile) =>
    `El ${percentile} % de las peticiones debe responderse en ${limit} como máximo.`,
  answers: 'Respuestas',
  pageLoad: 'Cuánto tardan las páginas',
  pageLoadByDay: 'Cuánto tardan las páginas, día a día',
  pageLoadPromise: (limit, percentile) =>
    `El ${percentile} % de las páginas debe mostrar su contenido en ${limit} como máximo, según mide uno de cada cinco navegadores.`,
  pagesMeasured: 'Páginas medidas',
  videoStart: 'Cuánto tardan los vídeos en empezar',
  videoStartByDay: 'Cuánto tardan los vídeos en empezar, día a día',
  videoStartPromise: (limit, percentile) =>
    `El ${percentile} % de los vídeos debe mostrar su primera imagen en ${limit} como máximo.`,
  startsMeasured: 'Comienzos medidos',
  failures: 'Lo que ha fallado',
  failuresByDay: 'Respuestas fallidas, día a día',
  failuresPromise: (limit) =>
    `Como máximo el ${limit} de las peticiones puede fallar por culpa del sitio.`,
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
