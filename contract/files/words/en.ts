import type { fileSayings } from '#contract/files/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof fileSayings> = {
  file_over_limit: ({ bytes, maxBytes }) =>
    `The file has ${megabytes(bytes)} and may have ${megabytes(maxBytes)}.`,
  image_too_large: ({ bytes, maxBytes }) =>
    `The picture has ${megabytes(bytes)} and may have ${megabytes(maxBytes)}. Save it smaller.`,
  image_too_many_pixels: ({ megapixels, maxMegapixels }) =>
    `The picture has ${megapixels} megapixels, all its frames together, and may have ${maxMegapixels}. Save it smaller.`,
  image_unreadable: 'The picture is damaged or is none: no program of ours can open it.',
  file_no_image: 'This is no picture. Choose a JPEG, PNG, WebP or GIF file.',
  file_damaged: 'The file is cut off or damaged. Upload it again from the original.',
  file_is_page:
    'Web pages and SVG drawings are not taken, since they could run programs. Export a PDF or a PNG.',
  file_is_video: 'This is a video. Upload it to the course’s videos.',
  file_type_unknown:
    'Files of this type are not taken. Pictures, PDF, Office and OpenDocument files, EPUB, ZIP, MP3 and plain text are.',
  file_is_cover:
    'It is the course’s cover, in the draft or for learners. Choose another in the settings and publish, then delete it.',
  file_in_use: ({ published, drafts }) =>
    [
      ...(published.length > 0 ? [`Learners see it in ${published.join(', ')}.`] : []),
      ...(drafts.length > 0 ? [`It is used in ${drafts.join(', ')}.`] : []),
      `Take it out there${published.length > 0 ? ' and publish' : ''}, then delete it.`,
    ].join(' '),
}

const megabytes = (bytes: number) => `${(Math.ceil(bytes / 1e5) / 10).toLocaleString('en')} MB`
