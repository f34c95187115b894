import type { uploadSayings } from '#contract/uploads/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof uploadSayings> = {
  name_too_long: ({ bytes }) =>
    `The names of file and folders are ${bytes} bytes too long together; letters beyond the English ones have two to four. Shorten them.`,
  not_named_after: ({ name }) =>
    `Captions and chapters bear their video's name: ${name}.en.vtt, ${name}.es.srt or ${name}.chapters.vtt.`,
  upload_not_whole: ({ partCount, missing, moreMissing, misfit, moreMisfit }) => {
    const complaints = [
      ...(missing.length > 0 ? [`${parts(missing, moreMissing)} of ${partCount} not arrived`] : []),
      ...(misfit.length > 0 ? [`${parts(misfit, moreMisfit)} of another size than planned`] : []),
    ]
    return `The file is not whole yet: ${complaints.join('; ')}. ${SEND}`
  },
  upload_part_misfit: ({ part, bytes, plannedBytes }) =>
    `The file is not whole yet: part ${part} of another size than planned (${bytes} bytes, and not ${plannedBytes}). ${SEND}`,
  upload_part_again:
    'A part of the file arrived once more while the file was joined. Complete the upload again.',
  part_beyond: ({ partCount }) => `The file has ${partCount} parts.`,
}

const SEND = 'Send what is missing, then complete the upload again.'

/** `part 2`, `parts 2, 5–7 and 12 more`. */
const parts = (ranges: readonly string[], more: number) => {
  const one = ranges.length === 1 && more === 0 && !ranges[0]?.includes('–')
  return `${one ? 'part' : 'parts'} ${ranges.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
