import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')
const lessonsIn = (count: number) => plural(count, { one: '# lección', other: '# lecciones' })
const modulesIn = (count: number) => plural(count, { one: '# módulo', other: '# módulos' })

export const words: Words = {
  publishCourse: 'Publicar este curso',
  whatChanges: 'Qué cambia para los estudiantes',
  firstTime: 'Se publica por primera vez. Los estudiantes lo encontrarán en el catálogo.',
  nothingChanged: 'No ha cambiado nada.',
  moreChanges: (count) => plural(count, { one: 'Y # cambio más.', other: 'Y # cambios más.' }),
  lookAgain: 'Conviene mirarlo otra vez',
  mayPublish: 'Puedes publicar de todos modos.',
  moreWarnings: (count) => plural(count, { one: 'Y # más.', other: 'Y # más.' }),
  publishNow: 'Publicar ahora',
  notYet: 'Todavía no',
  notLooked: (why) => `No se ha podido averiguar qué cambia. ${why}`,
  lookOnceMore: 'Mirar de nuevo',
  beingCompared: 'Comparando',

  publishLater: 'Publicar más adelante',
  publishAt: 'Fecha y hora, en tu zona horaria',
  asItIsThen: 'El borrador se publica tal como esté entonces.',
  schedule: 'Publicar entonces',
  scheduledFor: (when, by) => [`El borrador se publicará solo el ${when}. Lo ha elegido `, by, '.'],
  aTeacher: 'un docente',
  cancelSchedule: 'No publicarlo entonces',
  notPublishedAt: (when, why) => `No se publicó el ${when}. ${why}`,
  forget: 'Cerrar este mensaje',

  courseRenamed: (from, to) => ['El curso se llama «', to, '»; antes, «', from, '».'],
  summaryChanged: 'El resumen es otro.',
  descriptionChanged: 'La descripción es otra.',
  coverChanged: 'La portada es otra imagen, o muestra otra parte de ella.',
  coverGenerated: 'La portada vuelve a ser la generada.',
  languageChanged: (language) => `Su idioma es ${language}.`,
  languageUnsaid: 'Ya no se dice su idioma.',
  levelChanged: (level) => `Su nivel es «${level}».`,
  levelUnsaid: 'Ya no se dice su nivel.',
  topicsAdded: (topics) => ['Temas nuevos: ', topics, '.'],
  topicsRemoved: (topics) => ['Temas que ya no están: ', topics, '.'],
  datesChanged: (days) => `Sus fechas: ${days}.`,
  datesUnsaid: 'Ya no tiene fechas.',
  visibilityChanged: {
    public: 'Lo ve todo el mundo: está en el catálogo. Vale desde que se guardó.',
    unlisted: 'Lo ve quien tenga su dirección. Vale desde que se guardó.',
    private: 'Lo ven solo sus miembros. Vale desde que se guardó.',
  },
  enrollingChanged: {
    open: 'La inscripción está abierta. Vale desde que se guardó.',
    code: 'La inscripción es con un código. Vale desde que se guardó.',
    closed: 'La inscripción está cerrada. Vale desde que se guardó.',
  },
  capacityChanged: (places) =>
    plural(places, {
      one: 'Tiene # plaza. Vale desde que se guardó.',
      other: 'Tiene # plazas. Vale desde que se guardó.',
    }),
  capacityUnbounded: 'Admite a cualquier número de estudiantes. Vale desde que se guardó.',
  moduleAdded: (module, lessons) => [
    'El módulo «',
    module,
    `» es nuevo, con ${lessonsIn(lessons)}.`,
  ],
  moduleRemoved: (module, lessons) => [
    'El módulo «',
    module,
    `» ya no está; tenía ${lessonsIn(lessons)}.`,
  ],
  moduleRenamed: (from, to) => ['El módulo «', from, '» se llama «', to, '».'],
  moduleMoved: (module) => ['El módulo «', module, '» está en otro lugar.'],
  lessonAdded: (lesson, module) => ['«', lesson, '» es nueva en «', module, '».'],
  lessonRemoved: (lesson, module) => [
    '«',
    lesson,
    '» ya no está en «',
    module,
    '». Lo que los estudiantes hicieron en ella se conserva.',
  ],
  lessonRenamed: (from, to) => ['«', from, '» se llama «', to, '».'],
  lessonReordered: (lesson, module) => ['«', lesson, '» está en otro lugar de «', module, '».'],
  lessonMoved: (lesson, from, to) => ['«', lesson, '» ha pasado de «', from, '» a «', to, '».'],
  lessonEdited: (lesson) => ['«', lesson, '» se ha modificado.'],
  openToEveryone: (lesson) => ['«', lesson, '» es una muestra gratuita.'],
  openToMembers: (lesson) => ['«', lesson, '» es para todos los miembros desde ya.'],
  opensFrom: (lesson, when) => ['«', lesson, `» se abre a los miembros el ${when}.`],

  moduleRules: (module, count) => [
    'Las lecciones del módulo «',
    module,
    count === 0
      ? '» ya no esperan más que sus propias reglas.'
      : plural(count, {
          one: '» se abren con otras reglas que antes: # regla.',
          other: '» se abren con otras reglas que antes: # reglas.',
        }),
  ],
  lessonRules: (lesson, count) => [
    '«',
    lesson,
    count === 0
      ? '» ya no tiene reglas propias.'
      : plural(count, {
          one: '» se abre con otras reglas que antes: # regla propia.',
          other: '» se abre con otras reglas que antes: # reglas propias.',
        }),
  ],
  touches: (learners) =>
    plural(learners, {
      one: 'Cuándo se abren las lecciones vale en el acto para el único estudiante de este curso. Lo que ha completado le sigue abierto.',
      other:
        'Cuándo se abren las lecciones vale en el acto para los # estudiantes de este curso. Lo que alguien ha completado le sigue abierto.',
    }),

  moduleEmpty: (module) => ['El módulo «', module, '» no tiene lecciones.'],
  videoUncaptioned: (lesson) => [
    'El vídeo de «',
    lesson,
    '» no tiene subtítulos. Quien no lo oye no puede seguirlo.',
  ],
  articleEmpty: (lesson) => ['«', lesson, '» no tiene texto.'],
  imagesUndescribed: (lesson, count) => [
    '«',
    lesson,
    plural(count, {
      one: '» tiene # imagen sin descripción.',
      other: '» tiene # imágenes sin descripción.',
    }),
  ],
  videosMissing: (lesson, count) => [
    '«',
    lesson,
    plural(count, {
      one: '» muestra # vídeo que no está listo. Los estudiantes no lo ven.',
      other: '» muestra # vídeos que no están listos. Los estudiantes no los ven.',
    }),
  ],
  videosUncaptioned: (lesson, count) => [
    '«',
    lesson,
    plural(count, {
      one: '» muestra # vídeo sin subtítulos. Quien no lo oye no puede seguirlo.',
      other: '» muestra # vídeos sin subtítulos. Quien no los oye no puede seguirlos.',
    }),
  ],
  imagesMissing: (lesson, count) => [
    '«',
    lesson,
    plural(count, {
      one: '» tiene # imagen que no está entre los archivos de este curso. Los estudiantes no la ven.',
      other:
        '» tiene # imágenes que no están entre los archivos de este curso. Los estudiantes no las ven.',
    }),
  ],
  linkBroken: (lesson, address) => [
    'Un enlace de «',
    lesson,
    '» no lleva a ninguna parte: ',
    address,
  ],

  history: 'Historial',
  historyOf: (course) => `Historial de ${course}`,
  beingRead: 'Se está leyendo el historial',
  neverPublished: 'Aún no se ha publicado nada. Cada versión que publiques se guarda aquí.',
  beforeHistory:
    'Se publicó antes de que se guardara el historial. Lo que publiques a partir de ahora estará aquí.',
  happened: {
    published: (version) => `Se publicó la versión ${version}`,
    scheduled: (version) => `Se publicó la versión ${version} como estaba programado`,
    returned: (version) => `Vuelta a la versión ${version}`,
  },
  live: 'lo que los estudiantes ven ahora',
  by: (who) => ['Por ', who],
  bySomebody: 'Por un docente sin nombre',
  size: (modules, lessons) => `${modulesIn(modules)}, ${lessonsIn(lessons)}`,
  firstVersion: 'La primera versión que se guarda.',
  goBack: 'Volver a ella',
  goBackTo: (version) => `Volver a la versión ${version}`,
  goBackAsked: (version, live) =>
    `Los estudiantes verán la versión ${version} en lugar de la versión ${live}. Tu borrador y el progreso de todos quedan como están, y desde aquí puedes volver a la versión ${live}.`,
  keepLive: (live) => `Seguir con la versión ${live}`,

  compare: 'Comparar versiones',
  from: 'Desde',
  to: 'Hasta',
  choose: 'Elige una versión',
  version: (version) => `Versión ${version}`,
  chooseTwo: 'Elige dos versiones para ver en qué se diferencian.',
}
