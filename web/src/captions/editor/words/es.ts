import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  title: (language, fileName) => `Subtítulos de ${fileName} en ${language}`,
  heading: (language) => `Subtítulos en ${language}`,
  beingRead: 'Se están leyendo los subtítulos',
  noLanguage: 'Ese idioma no existe',
  noTag: (tag) => `«${tag}» no es una etiqueta de idioma.`,

  label: 'Nombre en el menú del reproductor',
  addHere: 'Añadir un subtítulo aquí',
  undo: 'Deshacer',
  redo: 'Rehacer',
  fromFile: 'Desde un archivo',
  chooseFile: 'Elegir un archivo de subtítulos',
  download: 'Descargar',
  saving: 'Guardando…',
  unsaved: 'Sin guardar; este navegador lo conserva',
  saved: 'Guardado',
  save: 'Guardar',
  overtaken:
    'Otra persona ha guardado otros subtítulos desde que empezaste. Estás viendo los tuyos; si los guardas, sustituirán a los otros.',
  takeTheirs: 'Usar los suyos',
  restored: (when) => ['Se han recuperado tus cambios sin guardar (', when, ').'],
  throwAway: 'Descartarlos',
  unread: (count) =>
    plural(count, {
      one: '# parte del archivo no se ha podido leer y se ha omitido:',
      other: '# partes del archivo no se han podido leer y se han omitido:',
    }),
  atLine: (line, message) => (line === null ? message : `Línea ${line}: ${message}`),
  wrong: (count) =>
    plural(count, {
      one: 'Hay que corregir # subtítulo antes de guardar.',
      other: 'Hay que corregir # subtítulos antes de guardar.',
    }),
  hints: (count) =>
    plural(count, {
      one: '# subtítulo es difícil de leer.',
      other: '# subtítulos son difíciles de leer.',
    }),
  toFirst: 'Ir al primero',

  previewLater:
    'La vista previa aparecerá cuando el vídeo esté listo. Mientras tanto puedes escribir subtítulos.',
  previewOpens: 'Abriendo la vista previa…',
  shortcuts: {
    next: { keys: 'Ctrl+Intro', does: 'subtítulo siguiente, o uno nuevo' },
    before: { keys: 'Ctrl+Mayús+Intro', does: 'subtítulo anterior' },
    play: { keys: 'Mayús+Espacio', does: 'reproducir o pausar' },
    undo: { keys: 'Ctrl+Z, Ctrl+Mayús+Z', does: 'deshacer, rehacer' },
    save: { keys: 'Ctrl+S', does: 'guardar' },
  },

  none: 'Todavía no hay subtítulos. Reproduce el vídeo y añade uno donde alguien hable.',
  addFirst: 'Añadir el primer subtítulo',
  captions: 'Subtítulos',
  noWords: 'Todavía sin texto',

  captionAt: (time) => `Subtítulo en ${time}`,
  play: 'Reproducir',
  words: 'Texto',
  split: 'Dividir',
  join: 'Unir con el siguiente',
  remove: 'Eliminar',
  timeExample: 'Escríbelo así: 1:02.500',
  now: 'Ahora',
  edges: {
    startMs: {
      label: 'Desde',
      earlier: 'Desde una décima de segundo antes',
      later: 'Desde una décima de segundo después',
      now: 'Desde donde está ahora el vídeo',
    },
    endMs: {
      label: 'Hasta',
      earlier: 'Hasta una décima de segundo antes',
      later: 'Hasta una décima de segundo después',
      now: 'Hasta donde está ahora el vídeo',
    },
  },
}
