import type { lessonSayings } from '#contract/lessons/sayings'
import { pluralIn } from '#contract/words/plural'
import type { SentencesOf } from '#contract/words/said'

const plural = pluralIn('es')
const lessonCount = (count: number) => plural(count, { one: '# lección', other: '# lecciones' })
const moduleCount = (count: number) => plural(count, { one: '# módulo', other: '# módulos' })

/** De un círculo. */
const MOST_NAMED = 5

export const words: SentencesOf<typeof lessonSayings> = {
  not_publishable: ({ problems }, inWords) =>
    ['El curso aún no se puede publicar.', ...problems.map(inWords)].join(' '),
  no_lessons: 'Añade al menos una lección.',
  too_many_lessons: ({ lessons, modules, mostLessons, mostModules }) =>
    `El curso tiene ${lessonCount(lessons)} en ${moduleCount(modules)}, y se pueden publicar como máximo ${lessonCount(mostLessons)} en ${moduleCount(mostModules)}. Pasa algunas a otro curso.`,
  lesson_lacks_video: ({ lesson }) => `Elige un vídeo para «${lesson}».`,
  lesson_video_gone: ({ lesson }) =>
    `El vídeo de «${lesson}» ya no está en la biblioteca. Elige otro.`,
  lesson_video_unusable: ({ lesson }) =>
    `El vídeo de «${lesson}» no se puede usar. Elige o sube otro.`,
  lesson_video_in_work: ({ lesson }) => `El vídeo de «${lesson}» todavía se está preparando.`,
  lesson_lacks_file: ({ lesson }) => `Elige un archivo para «${lesson}».`,
  lesson_file_gone: ({ lesson }) => `El archivo de «${lesson}» ya no está. Elige otro.`,
  lesson_file_refused: ({ lesson }) => `El archivo de «${lesson}» no se aceptó. Elige otro.`,
  lesson_file_arriving: ({ lesson }) => `El archivo de «${lesson}» todavía se está revisando.`,
  lesson_lacks_page: ({ lesson }) => `Pon la dirección de la página de «${lesson}».`,
  lesson_page_not_allowed: ({ lesson }) =>
    `Este sitio ya no permite la página de «${lesson}». Elige otra.`,
  rules_in_circle: ({ lessons }) =>
    lessons.length === 1
      ? `«${lessons[0]}» se espera a sí misma, así que nadie podría abrirla nunca. Quita una de sus reglas.`
      : `${lessons
          .slice(0, MOST_NAMED)
          .map((lesson) => `«${lesson}»`)
          .join(
            ', ',
          )} se esperan entre sí, así que nadie podría abrirlas nunca. Quita una de sus reglas.`,
  lesson_waits_for_nothing: ({ lesson }) =>
    `«${lesson}» espera algo que se borró. Quita esa regla.`,
  module_waits_for_nothing: ({ module }) =>
    `El módulo «${module}» espera algo que se borró. Quita esa regla.`,
  too_many_rules: ({ rules, most }) =>
    `Las lecciones tienen ${plural(rules, { one: '# regla', other: '# reglas' })}, contando las de un módulo por cada una de sus lecciones, y un curso puede tener ${plural(most, { one: '#', other: '#' })}. Quita algunas.`,
  page_not_allowed: ({ allowed }) =>
    allowed.length === 0
      ? 'Las lecciones de este sitio no pueden mostrar páginas de otros.'
      : `Las lecciones de este sitio pueden mostrar páginas de ${allowed.join(', ')}. Pega la dirección de una, que empieza por https://.`,
  time_is_past: 'Ese momento ya ha pasado. Elige uno que esté por venir o publica ahora.',
  not_returnable: ({ problems }, inWords) =>
    ['Ya no se puede mostrar esta versión a los estudiantes.', ...problems.map(inWords)].join(' '),
  published_meanwhile:
    'Otra persona acaba de publicar este curso. Vuelve a mirarlo y publícalo después.',

  published_by_earlier:
    'Una versión anterior de Lectern publicó este curso. Sus profesores lo publican una vez más y entonces se abre; el progreso de todos se conserva.',
  lesson_not_open: 'Esta lección aún no está abierta. El contenido del curso dice cuándo se abre.',

  course_full: ({ mostLessons, mostModules }) =>
    `Un curso tiene como máximo ${lessonCount(mostLessons)} en ${moduleCount(mostModules)}. Crea otro curso para lo que sigue.`,
  fields_of_other_kinds: ({ names }) =>
    `Las lecciones de este tipo no tienen ${names.join(', ni ')}. Cambia lo que sí tienen.`,
  behind_itself: ({ what }) =>
    `${what === 'module' ? 'Un módulo' : 'Una lección'} no puede ir detrás de sí mism${what === 'module' ? 'o' : 'a'}.`,
  place_gone: ({ what }) =>
    what === 'module'
      ? 'El módulo al que este debía seguir ya no está. Mira el orden actual y vuelve a moverlo.'
      : 'La lección a la que esta debía seguir ya no está. Mira el orden actual y vuelve a moverla.',
  outline_contended:
    'Muchas otras personas están cambiando esto en este momento. Espera un poco y vuelve a intentarlo.',
}
