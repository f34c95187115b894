import type { httpSayings } from '#contract/http/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof httpSayings> = {
  input_wrong: 'Algo de lo que se envió no es correcto.',
  no_such_address: 'Esa dirección no existe en esta API.',
  address_not_encoded: 'La dirección no está codificada como debe.',
  sign_in_first: 'Inicia sesión primero.',
  needs_role: ({ role }) =>
    `Para esto hay que ser ${ROLES[role]}. Pídeselo a un administrador de este sitio.`,
  no_such: ({ what }) => THINGS[what],
  changed_meanwhile:
    'Otra persona lo ha cambiado desde que lo leíste. Mira lo que hay ahora y guarda de nuevo para reemplazarlo.',
  stale_cursor: 'Este cursor no es de una página anterior de esta lista.',
  asked_too_much: ({ seconds }) =>
    `Has pedido demasiado a la vez. Espera ${seconds} s e inténtalo de nuevo.`,
  server_failed:
    'El servidor ha fallado al hacerlo. Ha quedado anotado; inténtalo de nuevo en un momento.',

  not_json: 'Esto no es JSON.',
  not_yaml: ({ detail }) => `Esto no es YAML: ${detail}`,
  half_character: 'El texto tiene medio carácter (un sustituto suelto). Escríbelo de nuevo.',
  value_missing: 'Falta este dato.',
  value_wrong: 'Este dato no es correcto.',
  wrong_type: ({ expected }) => `Tiene que ser ${KINDS[expected]}.`,
  text_too_short: ({ least }) => `Necesita al menos ${characters(least)}.`,
  text_too_long: ({ most }) => `Puede tener ${characters(most)} como máximo.`,
  number_too_small: ({ least }) => `Tiene que ser ${least} como mínimo.`,
  number_too_large: ({ most }) => `Puede ser ${most} como máximo.`,
  list_too_short: ({ least }) => `Esta lista necesita al menos ${least}.`,
  list_too_long: ({ most }) => `Esta lista puede tener ${most} como máximo.`,
  not_one_of: ({ allowed }) => `Tiene que ser uno de estos: ${allowed.join(', ')}.`,
  unknown_fields: ({ names }) => `Aquí no se sabe qué es ${names.join(', ')}.`,
  unlike_a_period:
    'Elige un último día que no sea anterior al primero, y a lo sumo dos años después',
  unlike_a_slug: 'Usa minúsculas sin acento, cifras y guiones sueltos, como linear-algebra',
  unlike_a_time_zone: 'Usa el nombre de una zona horaria, como Europe/Madrid o UTC',
  unlike_a_language: 'Usa un código de idioma como en, es o pt-BR',
  unlike_a_media_type: 'Usa un tipo de medio como video/mp4',
  not_below_folder: 'Escribe el nombre tal como es dentro de esta carpeta, sin / delante y sin ..',
  no_captions_file: 'Los subtítulos y los capítulos son archivos .vtt o .srt',
  unseen_characters:
    'El nombre tiene caracteres que no se ven. Cámbialo y escribe el nombre de nuevo.',
  too_long_for_key:
    'Se admiten 1024 bytes como máximo; las letras que no son del inglés ocupan de dos a cuatro. Acórtalo.',
}

const ROLES = { admin: 'administrador', author: 'autor', learner: 'estudiante' }

const THINGS = {
  captions: 'Esos subtítulos no existen o no puedes verlos.',
  course: 'Ese curso no existe o no puedes verlo.',
  announcement: 'Ese anuncio no existe o no puedes verlo.',
  course_of_mine: 'Ese curso no está entre los tuyos o no puedes verlo.',
  file: 'Ese archivo no existe o no puedes verlo.',
  lesson: 'Esa lección no existe o no puedes verla.',
  code: 'Ese código no existe o no te corresponde verlo.',
  learner: 'Esa persona no está en este curso.',
  member: 'Esa persona no está en el equipo del curso.',
  module: 'Ese módulo no existe o no puedes verlo.',
  upload: 'Esa subida no existe o no puedes verla.',
  version: 'Esa versión no existe o no puedes verla.',
  video: 'Ese vídeo no existe o no puedes verlo.',
}

const KINDS = {
  text: 'un texto',
  number: 'un número',
  whole_number: 'un número entero',
  yes_or_no: 'verdadero o falso',
  list: 'una lista',
  fields: 'un objeto con campos',
}

const characters = (count: number) => (count === 1 ? '1 carácter' : `${count} caracteres`)
