import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  reports: 'Informes',
  reportsOf: (course) => `Informes de ${course}`,
  theCourse: 'El curso',
  toCourse: 'Ir al curso',
  notHere: 'Aquí no hay informes',
  notHereText: 'El curso se ha eliminado o no lo impartes.',
  notPublished: 'Aún sin publicar',
  notPublishedText:
    'Los informes empiezan con el primer estudiante. Publica el curso y aquí verás quién aprende, hasta dónde llega y dónde lo deja.',
  nothingYet: 'Nada registrado en estos días',
  nothingYetText:
    'Unos minutos después de que alguien se matricule, abra una lección o vea un vídeo, lo verás aquí: quién aprende, hasta dónde llega, dónde lo deja y cómo se ven los vídeos.',
  beingRead: 'Se están leyendo los informes',
  offline: 'No tienes conexión',
  offlineText: 'Los informes llegarán en cuanto vuelva a haber red.',
  neverRecorded: 'En este sitio aún no se ha registrado nada.',
  asOf: (time) => `Datos de las ${time}`,
  asOfOffline: (time) => `No tienes conexión. Datos de las ${time}`,

  period: 'Días',
  lastDays: (count) => plural(count, { one: 'Último # día', other: 'Últimos # días' }),
  allDays: 'Todos los días',
  between: 'De un día a otro',
  firstDay: 'Primer día',
  lastDay: 'Último día',

  download: 'CSV',
  downloadOf: (what) => `Descargar como CSV: ${what}`,
  asTable: 'Ver como tabla',
  asTableOf: (what) => `Ver como tabla: ${what}`,

  day: 'Día',
  active: 'Activos',
  activeLearners: 'Estudiantes activos',
  enrolled: 'Nuevas matrículas',
  completedCourse: 'Han terminado el curso',
  left: 'Bajas',
  time: 'Tiempo dedicado',
  minutes: 'Minutos',

  overTime: 'Estudiantes a lo largo del tiempo',
  overTimeByDay: 'Estudiantes, día a día',
  overTimeSummary: (active, completed) =>
    `${plural(active, { one: '# persona ha estado activa', other: '# personas han estado activas' })} y ${plural(completed, { one: '# ha terminado el curso', other: '# han terminado el curso' })}.`,
  timeSpent: 'Tiempo dedicado a aprender',
  timeSpentByDay: 'Tiempo dedicado, día a día',
  timeSpentSummary: (all, each) => `${all} en total, ${each} de media por cada estudiante activo.`,

  funnel: 'El camino por el curso',
  lesson: 'Lección',
  module: 'Módulo',
  started: 'Empezada',
  completed: 'Terminada',
  startedAndCompleted: (started, completed) => `${started} la empiezan, ${completed} la terminan`,
  mostStopAfter: (lesson, count) => [
    'Donde más gente lo deja es tras ',
    lesson,
    plural(count, {
      one: ': # persona que la empezó no ha empezado la siguiente.',
      other: ': # personas que la empezaron no han empezado la siguiente.',
    }),
  ],
  nobodyStarted: 'En estos días nadie ha empezado ninguna lección.',
  nobodyStops: 'Quien empezó una lección siguió con la siguiente.',
  showAllLessons: (count) => plural(count, { one: 'Ver # lección', other: 'Ver las # lecciones' }),

  video: 'Vídeo',
  retentionOf: (video) => `Cómo se ve «${video}»`,
  retentionAlong: 'Proporción de espectadores a lo largo del vídeo',
  retentionSummary: (viewers, share) =>
    plural(viewers, {
      one: `# persona lo empezó o vio en estos días, y vio el ${share}.`,
      other: `Al menos # personas lo empezaron o vieron en estos días, y vieron el ${share} de media.`,
    }),
  noViewers: 'Nadie lo ha visto en estos días.',
  stillThere: 'Espectadores que lo ven',
  from: 'Desde',
  viewers: 'Espectadores',
  plays: 'Reproducciones',
  mostReplayed: 'Lo más repetido',
  noneReplayed: 'Ninguna parte destaca.',
  timesEach: (times) => `${times} veces cada persona`,
  mostSkipped: 'Lo más saltado',
  noneSkipped: 'Nadie se salta ninguna parte.',
  skippedBy: (share) => `un ${share} se la salta`,
  openLesson: 'Abrir la lección',

  stopped: 'Quién lo ha dejado',
  stoppedSummary: (count) =>
    plural(count, {
      one: '# persona empezó el curso, no lo ha terminado y lleva un tiempo sin venir.',
      other: '# personas empezaron el curso, no lo han terminado y llevan un tiempo sin venir.',
    }),
  nobodyStopped: 'Nadie que haya empezado el curso lleva mucho tiempo sin venir.',
  name: 'Nombre',
  nameless: 'Nombre desconocido',
  lastActive: 'Última visita',
  lastThere: (day) => ['última visita el ', day],
  lessonsDone: 'Lecciones terminadas',
  lessonsDoneIn: (count, time) =>
    plural(count, {
      one: `# lección terminada en ${time}`,
      other: `# lecciones terminadas en ${time}`,
    }),
  stoppedAt: 'Se quedó en',
  stoppedAtLesson: (lesson) => ['se quedó en ', lesson],
  lessonGone: 'una lección que ya no está publicada',
}
