import { pluralIn } from '#contract/words/plural'
import type { Words } from './en.ts'

const plural = pluralIn('es')

export const words: Words = {
  captions: 'Subtítulos',
  add: 'Añadir subtítulos',
  noneOfSilent:
    'Este vídeo no tiene sonido ni subtítulos todavía. Añádelos para que todo el mundo sepa qué se ve en él.',
  none: 'Todavía no tiene subtítulos. Ayudan a quien no puede oírlo, y de ellos salen la transcripción y su búsqueda.',
  cues: (count) => plural(count, { one: '# subtítulo', other: '# subtítulos' }),
  changed: (when) => ['última modificación: ', when],
  remove: (label) => `Eliminar los subtítulos «${label}»`,
  removeAsked: (label) => ['¿Eliminar los subtítulos «', label, '»?'],
  savedWithout: (count) =>
    plural(count, {
      one: 'Los subtítulos se han guardado, salvo # que se ha omitido:',
      other: 'Los subtítulos se han guardado, salvo # que se han omitido:',
    }),
  atLine: (line, message) => `Línea ${line}: ${message}`,
  close: 'Cerrar',
  language: 'Idioma',
  otherLanguage: 'Otro…',
  tag: 'Etiqueta de idioma',
  tagExamples: 'Por ejemplo, en, es o pt-BR',
  noTag: 'Esto no es una etiqueta de idioma.',
  exist: 'Ya hay subtítulos en este idioma; si subes un archivo, los sustituye.',
  mend: 'Corregirlo en el editor',
  use: (fileName) => ['Usar ', fileName],
  choose: 'Elegir un archivo .vtt o .srt',
  chooseHidden: 'Elegir subtítulos',
  edit: 'Editarlos',
  write: 'Escribirlos aquí',
  cancel: 'Cancelar',
}
