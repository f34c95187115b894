import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  editing: (course) => `Editar ${course}`,
  courses: 'Los cursos que impartes',
  settings: 'Ajustes',
  preview: 'Vista previa',
  previewLesson: 'Vista previa de esta lección',
  team: 'Equipo',
  announcements: 'Anuncios',
  courseTitle: 'Título del curso',
  summary: 'Resumen',
  contents: 'Contenido',
  backToContents: 'Volver al contenido',
  ofCourse: (problems) =>
    problems === 0
      ? 'Título, resumen, publicación y vídeos'
      : plural(problems, {
          one: 'Falta # cosa antes de poder publicar',
          other: 'Faltan # cosas antes de poder publicar',
        }),
  savedState: {
    saved: 'Todos los cambios están guardados.',
    saving: 'Guardando…',
    offline: 'Sin conexión: los cambios se guardan cuando vuelva.',
  },
  somebody: 'Alguien',
  editsCourse: (who) => `${who} también está editando este curso.`,
  editsLesson: (who, lesson) => `${who} también está editando este curso, en «${lesson}».`,
  lessonGone: 'Esta lección ya no está',
  lessonGoneHow: 'La eliminaste tú u otra persona que enseña este curso.',

  publishing: 'Publicación',
  outdated:
    'Lo publicó una versión anterior de Lectern. Publícalo una vez más y los estudiantes podrán volver a entrar.',
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

  lessonTitle: 'Título de la lección',
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
