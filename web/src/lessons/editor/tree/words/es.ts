import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  contents: 'Contenido',
  keys: 'Las flechas van de línea en línea. Alt y una flecha mueven, F2 cambia el título, Espacio elige y Supr elimina.',
  actionsFor: (title) => `Acciones para ${title}`,
  commands: {
    open: 'Abrir',
    rename: 'Cambiar el título',
    up: 'Subir',
    down: 'Bajar',
    moveTo: 'Mover a…',
    rules: 'Cuándo se abre…',
    copy: 'Duplicar',
    choose: 'Elegir',
    leaveOut: 'Dejar de elegir',
    addFiles: 'Añadir archivos…',
    remove: 'Eliminar',
  },
  enterKey: 'Intro',
  renameKey: 'F2',
  upKey: 'Alt + ↑',
  downKey: 'Alt + ↓',
  space: 'Espacio',
  deleteKey: 'Supr',
  copyOf: (title) => `${title} (copia)`,
  newTitleOf: (title) => `Título nuevo de ${title}`,

  chosen: (count) => plural(count, { one: '# elegido', other: '# elegidos' }),
  clear: 'No elegir ninguno',
  movedTo: (title, at, of) => `${title}: ahora ${at} de ${of}.`,
  movedInto: (title, module, at, of) => `${title}: ahora ${at} de ${of} en ${module}.`,
  movedSeveral: (count) => plural(count, { one: '# movido.', other: '# movidos.' }),
  notMoved: 'Lo que moviste está donde estaba:',

  removed: (title) => `«${title}» se ha eliminado.`,
  removedSeveral: (count) =>
    plural(count, { one: 'Se ha eliminado #.', other: 'Se han eliminado #.' }),
  undo: 'Deshacer',
  dismiss: 'Cerrar',

  moveWhere: 'Mover a',
  intoModule: 'Módulo',
  behind: 'Lugar',
  first: 'Al principio',
  after: (title) => `Después de ${title}`,
  move: 'Mover',
  cancel: 'Cancelar',

  newModule: 'Título del módulo nuevo',
  nextModule: 'Título del módulo siguiente',
  addModule: 'Añadir módulo',
  addLessonTo: (module) => `Añadir lección a ${module}`,
  addFilesTo: (module) => `Añadir archivos a ${module}`,
  dropHere: 'Suelta archivos aquí: cada uno será una lección',
  newLesson: 'Título de la lección nueva',
  nextLesson: 'Título de la lección siguiente',
  addLesson: 'Añadir lección',
  kind: 'Tipo de lección',
  noModules: 'Un curso tiene módulos, y un módulo, lecciones. Empieza por un módulo.',
}
