import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  videos: 'Vídeos',
  title: (course) => `Vídeos de ${course}`,
  theCourse: 'El curso',
  search: 'Buscar vídeos',
  searchBy: 'Buscar por nombre o carpeta',
  showByState: 'Mostrar por estado',
  allStates: 'Todos los estados',
  groups: { ready: 'Listos', preparing: 'En preparación', attention: 'Te necesitan' },
  found: (count, size) => plural(count, { one: `# vídeo, ${size}`, other: `# vídeos, ${size}` }),
  foundSoFar: (count, size) =>
    plural(count, {
      one: `Todavía cargando: # vídeo, ${size}`,
      other: `Todavía cargando: # vídeos, ${size}`,
    }),
  outOfDate: 'Puede que esta lista no esté actualizada.',
  noMatch: 'Ningún vídeo coincide.',
  showAll: 'Mostrar todos',
  empty: 'Aún no hay vídeos',
  emptyText:
    'Suelta vídeos, subtítulos o carpetas enteras en cualquier lugar de esta página, o elígelos arriba.',
  orByBucket: (folder) => [
    'También puedes ponerlos en el bucket de entrada, dentro de ',
    folder,
    ', con la CLI o la consola de AWS. Aparecerán aquí automáticamente.',
  ],
  beingRead: 'Cargando los vídeos',
  columns: {
    name: 'Nombre',
    state: 'Estado',
    duration: 'Duración',
    size: 'Tamaño',
    cost: 'Coste',
    used: 'Uso',
    uploaded: 'Subido',
  },
  orderBy: 'Ordenar por',
  orders: {
    uploaded: {
      down: 'Por fecha de subida, primero los últimos',
      up: 'Por fecha de subida, primero los más antiguos',
    },
    name: { down: 'Por nombre, de la Z a la A', up: 'Por nombre, de la A a la Z' },
    state: { down: 'Por estado, orden inverso', up: 'Por estado' },
    duration: {
      down: 'Por duración, primero los más largos',
      up: 'Por duración, primero los más cortos',
    },
    size: {
      down: 'Por tamaño, primero los más grandes',
      up: 'Por tamaño, primero los más pequeños',
    },
    cost: { down: 'Por coste, primero los más caros', up: 'Por coste, primero los más baratos' },
    used: { down: 'Por uso, primero los más usados', up: 'Por uso, primero los menos usados' },
  },
  selectAll: 'Seleccionar todos los que se muestran',
  select: (file) => `Seleccionar ${file}`,
  usedIn: (count) => plural(count, { one: '# lección', other: '# lecciones' }),
  notUsed: 'Sin usar',
  unused: 'sin usar',
  version: (version) => `versión ${version}`,
  captions: (languages) => `subtítulos ${languages}`,
  noCaptions: 'sin subtítulos',
  deleted: (count) => plural(count, { one: '# vídeo eliminado.', other: '# vídeos eliminados.' }),
  triedAgain: (count) =>
    plural(count, { one: '# vídeo reintentado.', other: '# vídeos reintentados.' }),
  selected: (count) => plural(count, { one: '# seleccionado', other: '# seleccionados' }),
  selectedVideos: 'Vídeos seleccionados',
  tryAgain: (count) => plural(count, { one: 'Reintentar # vídeo', other: 'Reintentar # vídeos' }),
  delete: 'Eliminar…',
  selectNone: 'Quitar la selección',
  videoCount: (count) => plural(count, { one: '# vídeo', other: '# vídeos' }),
  deleteMany: (videos) => `¿Eliminar ${videos}?`,
  deleteText:
    'Los originales, todas las variantes, los subtítulos y los capítulos se eliminan para siempre. Los vídeos que muestra alguna lección se conservan.',
  andMore: (count) => plural(count, { one: 'y # más', other: 'y # más' }),
  typeToConfirm: (videos) => `Escribe «${videos}» para confirmar`,
  confirmDelete: 'Eliminar para siempre',
  keep: 'Conservarlos',
  withoutCourse: 'Subidas sin curso',
  withoutCourseText:
    'Lo que se puso en el bucket de entrada fuera de la carpeta de cualquier curso. No se pierde nada: mueve el objeto dentro de la carpeta de un curso y se incorporará.',
  noneWithoutCourse: 'No hay ninguna. Todas las subidas han encontrado su curso.',
  forAdmins: 'Esta página es para administradores',
  forAdminsText: 'Si falta alguna de tus subidas, pregunta a un administrador de este sitio.',
  coursesYouTeach: 'Cursos que impartes',
  showMore: 'Mostrar más',
}
