import type { videoSayings } from '#contract/videos/sayings'
import type { InWords, Problem, SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof videoSayings> = {
  as_written: ({ text }) => text,

  no_folder: ({ bucket }) =>
    `El archivo no está en la carpeta de ningún curso. Súbelo de nuevo dentro de la carpeta de un curso, como s3://${bucket}/linear-algebra/lecture.mp4.`,
  unknown_course: ({ course }) =>
    `No hay ningún curso «${course}». Sube el archivo de nuevo en la carpeta de un curso que exista, o crea antes el curso.`,
  odd_name: ({ because }) =>
    `El archivo no se puede leer con el nombre que tiene, por ${ODD[because]}. Cámbiaselo usando letras, cifras, espacios, guiones y guiones bajos, y súbelo de nuevo.`,
  file_empty: 'El archivo está vacío (0 bytes). Comprueba el original y súbelo de nuevo.',
  file_too_large: ({ bytes, mostBytes }) =>
    `El archivo ocupa ${gigabytes(bytes)} GB y se admiten ${gigabytes(mostBytes)} GB como máximo. Expórtalo con menos tasa de bits, o en partes, y súbelo de nuevo.`,
  video_too_long: ({ seconds, mostSeconds }) =>
    `El vídeo dura ${minutes(seconds)} minutos y se admiten ${minutes(mostSeconds)} como máximo. Córtalo en partes y sube cada una.`,
  picture_too_small: ({ width, height, least }) =>
    `La imagen solo tiene ${width} × ${height} píxeles; cada lado necesita al menos ${least}. Expórtalo más grande y súbelo de nuevo.`,
  codec_not_accepted: ({ codec, accepted }) =>
    `El vídeo está codificado como ${codec} y este sitio solo admite ${accepted.join(', ')}. Expórtalo en uno de estos formatos, por ejemplo H.264 (AVC) en un archivo MP4, y súbelo de nuevo.`,
  unreadable:
    'El archivo no es un vídeo que se pueda leer, o está dañado. Comprueba que se reproduce, expórtalo como MP4 en caso de duda y súbelo de nuevo.',
  no_picture: 'El archivo tiene sonido, pero no imagen. Sube un vídeo.',
  unknown_codec:
    'El vídeo está codificado de una forma que el codificador no conoce. Expórtalo como MP4 con H.264 (AVC) y sube ese archivo.',
  missing: 'El archivo se borró antes de que se pudiera examinar. Súbelo de nuevo.',
  cut_off:
    'El archivo está cortado: falta una parte del vídeo. Súbelo de nuevo desde el original completo.',
  no_length:
    'El archivo no dice cuánto dura el vídeo y no se puede medir. Ábrelo en un editor de vídeo, expórtalo como MP4 y sube ese archivo.',
  no_frame_rate:
    'El archivo no dice cuántas imágenes muestra por segundo y no se puede medir. Ábrelo en un editor de vídeo, expórtalo como MP4 y sube ese archivo.',
  encrypted:
    'El vídeo está protegido contra copia (DRM), así que no se puede codificar. Pide un original sin protección a quien lo hizo y sube ese archivo.',

  file_archived:
    'El archivo está en un archivado de S3 (Glacier), donde nada puede leerlo. Restáuralo allí e inténtalo de nuevo, o vuelve a subirlo con la clase de almacenamiento Standard.',
  foreign_key:
    'El archivo está cifrado con una clave que este sitio no puede usar. Súbelo de nuevo sin esa clave; o pide al operador de este sitio que permita descifrar con ella a sus funciones de medios y al rol de MediaConvert, e inténtalo de nuevo.',
  no_rights:
    'Este sitio no tiene permiso para leer el archivo, y no es culpa del archivo: enseña esta frase al operador de este sitio e inténtalo de nuevo cuando te lo diga.',
  job_failed: ({ detail }) => `No se ha podido codificar el vídeo (${unended(detail)}). ${MEND}`,
  job_failed_with: ({ errorCode }) =>
    `No se ha podido codificar el vídeo (error ${errorCode} de MediaConvert). ${MEND}`,
  job_failed_untold:
    'No se ha podido codificar el vídeo y MediaConvert no dice por qué. Comprueba que el original se reproduce hasta el final, expórtalo de nuevo, como MP4 en caso de duda, y sube ese archivo.',
  job_refused: ({ detail, by }) =>
    `El codificador no acepta este vídeo (${unended(detail)}). ${REFUSED[by]}`,
  encoding_cancelled: 'Se canceló la codificación. Reinténtalo para empezar de nuevo.',
  encoding_stuck: ({ attempts }) =>
    `La codificación se quedó atascada ${attempts} veces, y no es culpa del archivo. Reinténtalo más tarde o pregunta al operador de este sitio.`,
  over_budget: ({ costUsd, leftUsd, releasedBy }) =>
    `Codificarlo cuesta unos ${dollars(costUsd)}, y del presupuesto de este mes quedan ${dollars(leftUsd)}. ${RELEASE[releasedBy]}`,
  earlier_version_stays: 'Hasta entonces, los estudiantes ven la versión anterior.',
  upload_ended: ({ sourceKey, state }) => `La subida ${sourceKey} ${BECAME[state]}.`,

  not_retriable: 'Solo se puede reintentar un vídeo rechazado o fallido. Mira su estado.',
  no_video:
    'Este archivo no es un vídeo. Corrígelo y súbelo de nuevo; entonces desaparecerá esta entrada.',
  not_cancellable: 'Este vídeo no se está codificando, así que no hay nada que cancelar.',
  not_held: 'Este vídeo no está retenido. Mira su estado.',
  admins_release:
    'Solo un administrador de este sitio puede codificar por encima del presupuesto del mes. Pídeselo a uno.',
  video_in_use: ({ published, drafts }) =>
    `Estas lecciones muestran el vídeo: ${[...published.map((title) => `«${title}» (publicada)`), ...drafts.map((title) => `«${title}»`)].join(', ')}. Quítalo de ellas, publica el curso si está publicado y después bórralo.`,

  file_replaced: 'Se subió otro archivo con el mismo nombre.',
  renditions_reused: 'El mismo contenido ya se había codificado; se copió el resultado.',
  copied_with_course: 'Se copió con su curso.',
  tried_again: 'Alguien lo reintentó.',
  released: ({ name }) => `Lo autorizó ${name}, por encima del presupuesto del mes.`,
  released_unnamed: 'Autorizado por encima del presupuesto del mes.',
  restarted: 'Estaba atascado y se empezó de nuevo.',
  month_began: 'Empezó otro mes, con su propio presupuesto.',

  companion_too_large: ({ mostBytes }) =>
    `El archivo ocupa más de ${mostBytes / 1e6} MB, que unos subtítulos nunca necesitan.`,
  companion_not_utf8:
    'El archivo no es texto UTF-8. Guárdalo en UTF-8 con tu editor de subtítulos.',
  companion_bad: ({ problems, more }, inWords) =>
    `${listed(problems, more, inWords)} Corrígelo y sube el archivo de nuevo.`,
  left_out: ({ fileName, problems, more }, inWords) =>
    `Se dejó fuera de ${fileName}: ${listed(problems, more, inWords)}`,
  manifest_too_large: 'El manifiesto es demasiado grande. Divídelo por carpetas.',
  manifest_not_utf8: 'El manifiesto no es texto UTF-8. Guárdalo en UTF-8.',
}

const BECAME = {
  uploaded: 'ha llegado',
  probing: 'se está examinando',
  held: 'está retenida',
  queued: 'está en cola',
  transcoding: 'se está codificando',
  ready: 'está lista',
  rejected: 'ha sido rechazada',
  failed: 'ha fallado',
  deleting: 'se está borrando',
}

const ODD = {
  unseen: 'caracteres que no se ven',
  backslash: 'una barra invertida',
  nameless_folder: 'una carpeta sin nombre',
}

const MEND =
  'Comprueba que el original se reproduce hasta el final, expórtalo de nuevo, como MP4 en caso de duda, y sube ese archivo.'

const REFUSED = {
  settings:
    'Expórtalo de nuevo, como MP4 con H.264 en caso de duda, y sube ese archivo. Si vuelve a pasar, enseña esta frase al operador de este sitio.',
  rights:
    'No es culpa del archivo: enseña esta frase al operador de este sitio e inténtalo de nuevo cuando te lo diga.',
}

const RELEASE = {
  admins:
    'Empezará por sí solo cuando un mes tenga presupuesto; un administrador de este sitio puede autorizarlo antes.',
  authors: 'Empezará por sí solo cuando un mes tenga presupuesto; autorízalo si no puede esperar.',
}

/** `Línea 3: el subtítulo termina antes de empezar; línea 7: … y 2 más.` */
function listed(problems: readonly Problem[], more: number, inWords: InWords): string {
  const named = problems.map((problem) => {
    const { line, path } = problem
    const where = [...(line ? [`línea ${line}`] : []), ...(path ? [path] : [])]
    return [...where, unended(inWords(problem))].join(': ')
  })
  const all = [...named, ...(more > 0 ? [`y ${more} más`] : [])].join('; ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}

const unended = (sentence: string) => sentence.replace(/[.\s]+$/, '')
const dollars = (amount: number) => `${decimal(amount, 2)} US$`
const gigabytes = (bytes: number) => decimal(bytes / 1e9, 1)
const decimal = (amount: number, digits: number) => amount.toFixed(digits).replace('.', ',')
const minutes = (seconds: number) => Math.ceil(seconds / 60)
