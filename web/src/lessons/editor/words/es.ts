import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  editing: (course) => `Editar ${course}`,
  courses: 'Los cursos que impartes',
  settings: 'Ajustes',
  courseTitle: 'Título del curso',
  summary: 'Resumen',
  contents: 'Contenido',

  publishing: 'Publicación',
  outdated:
    'Lo publicó una versión anterior de Lectern. Publícalo una vez más y los alumnos podrán volver a entrar.',
  unpublished: 'Aún sin publicar: solo tú ves este curso.',
  published: (version) =>
    `La versión ${version} está publicada. Los cambios posteriores se verán cuando vuelvas a publicar.`,
  publicPage: 'Ver su página pública',
  reports: 'Ver sus informes',
  history: 'Ver su historial',
  publish: 'Publicar',
  before: 'Antes de que puedan verlo los estudiantes:',
  moreProblems: (count) => plural(count, { one: '# más', other: '# más' }),
  done: 'Publicado. Los estudiantes ya ven esta versión.',

  moduleTitle: 'Título del módulo',
  newModule: 'Título del módulo nuevo',
  nextModule: 'Título del siguiente módulo',
  addModule: 'Añadir módulo',
  removeModule: (title) => `Eliminar el módulo «${title}»`,
  removeModuleAsked: (title) => ['¿Eliminar el módulo «', title, '»?'],
  moveUp: (title) => `Subir ${title}`,
  moveDown: (title) => `Bajar ${title}`,

  lessonTitle: 'Título de la lección',
  newLesson: 'Título de la lección nueva',
  nextLesson: 'Título de la siguiente lección',
  addLesson: 'Añadir lección',
  removeLesson: (title) => `Eliminar la lección «${title}»`,
  removeLessonAsked: (title) => ['¿Eliminar la lección «', title, '»?'],
  kind: 'Tipo de lección',
  textOf: (lesson) => `Texto de ${lesson}`,
  showText: 'Mostrar el texto',
  showTextOf: (lesson) => `Mostrar el texto de ${lesson}`,
  tryAgain: 'Volver a intentar',
  completeWhen: 'Se completa al ver el',
  isWatched: '%',
  shareOf: (lesson) => `Porcentaje de ${lesson} que hay que ver para completarla`,

  pageAddress: (lesson) => `Dirección de la página de ${lesson}`,
  pageExample: 'https://www.youtube.com/watch?v=…',
  pagesOf: (providers) => `Páginas de ${providers}, con la dirección que muestra el navegador.`,
  noPages: 'La configuración de este sitio no permite páginas de otros.',
  pageRefused: (providers) =>
    `Esta no es una página de ${providers}. Pega su dirección completa, que empieza por https://.`,
  openFor: (lesson) => `Cuándo se puede marcar ${lesson} como hecha`,
  atOnce: 'Se puede marcar como hecha enseguida',
  afterMinutes: (count) =>
    plural(count, {
      one: 'Se puede marcar como hecha tras # minuto abierta',
      other: 'Se puede marcar como hecha tras # minutos abierta',
    }),

  videos: 'Vídeos',
  allVideos: (count) => plural(count, { one: 'Ver # vídeo', other: 'Ver los # vídeos' }),
  openLibrary: 'Abrir la biblioteca',
  howToUpload:
    'Elige varios a la vez o arrastra vídeos, subtítulos y carpetas a cualquier parte de esta página.',
  videoFor: (lesson) => `Vídeo de ${lesson}`,
  videoGone: 'El vídeo ya no está en la biblioteca. Elige otro.',
  chooseVideo: 'Elegir un vídeo',
  uploadFirst: 'Primero sube un vídeo más abajo',
  takeAway: 'Quitar',
  searchVideos: 'Buscar vídeos',
  searchExample: 'Nombre o carpeta',
  noMatch: 'Ningún vídeo coincide.',
}
