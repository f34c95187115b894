import type { uploadSayings } from '#contract/uploads/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof uploadSayings> = {
  name_too_long: ({ bytes }) =>
    `A los nombres del archivo y de las carpetas, juntos, les sobran ${bytes} bytes; las letras que no son del inglés ocupan de dos a cuatro. Acórtalos.`,
  not_named_after: ({ name }) =>
    `Los subtítulos y los capítulos llevan el nombre de su vídeo: ${name}.en.vtt, ${name}.es.srt o ${name}.chapters.vtt.`,
  upload_not_whole: ({ partCount, missing, moreMissing, misfit, moreMisfit }) => {
    const complaints = [
      ...(missing.length > 0
        ? [`no ha llegado: ${parts(missing, moreMissing)} de ${partCount}`]
        : []),
      ...(misfit.length > 0 ? [`no mide lo previsto: ${parts(misfit, moreMisfit)}`] : []),
    ]
    return `El archivo aún no está entero: ${complaints.join('; ')}. ${SEND}`
  },
  upload_part_misfit: ({ part, bytes, plannedBytes }) =>
    `El archivo aún no está entero: la parte ${part} no mide lo previsto (${bytes} bytes y no ${plannedBytes}). ${SEND}`,
  upload_part_again:
    'Una parte del archivo llegó otra vez mientras se unía. Vuelve a completar la subida.',
  part_beyond: ({ partCount }) => `El archivo tiene ${partCount} partes.`,
}

const SEND = 'Envía lo que falta y vuelve a completar la subida.'

/** `parte 2`, `partes 2, 5–7 y 12 más`. */
const parts = (ranges: readonly string[], more: number) => {
  const one = ranges.length === 1 && more === 0 && !ranges[0]?.includes('–')
  return `${one ? 'parte' : 'partes'} ${ranges.join(', ')}${more > 0 ? ` y ${more} más` : ''}`
}
