/** What may be uploaded, told by its content: media type, the endings that mean it, and whether it is a picture. */
export const fileTypes = {
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], isImage: true },
  png: { mediaType: 'image/png', endings: ['png'], isImage: true },
  webp: { mediaType: 'image/webp', endings: ['webp'], isImage: true },
  gif: { mediaType: 'image/gif', endings: ['gif'], isImage: true },
  pdf: { mediaType: 'application/pdf', endings: ['pdf'], isImage: false },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    isImage: false,
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    isImage: false,
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx'],
    isImage: false,
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'], isImage: false },
  ods: {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    endings: ['ods'],
    isImage: false,
  },
  odp: {
    mediaType: 'application/vnd.oasis.opendocument.presentation',
    endings: ['odp'],
    isImage: false,
  },
  epub: { mediaType: 'application/epub+zip', endings: ['epub'], isImage: false },
  zip: { mediaType: 'application/zip', endings: ['zip'], isImage: false },
  mp3: { mediaType: 'audio/mpeg', endings: ['mp3'], isImage: false },
  /** Whatever the text is, it is served as plain text; an ending of a program that a double click runs is none of these. */
  text: {
    mediaType: 'text/plain; charset=utf-8',
    endings: [
      ...['txt', 'csv', 'tsv', 'md', 'json', 'ipynb', 'tex', 'bib', 'yaml', 'yml', 'sql'],
      ...['py', 'r', 'jl', 'm', 'c', 'h', 'cpp', 'java', 'go', 'rs', 'ts', 'srt', 'vtt'],
    ],
    isImage: false,
  },
} as const satisfies Record<string, FileTypeFacts>

interface FileTypeFacts {
  readonly mediaType: string
  /** The first is given to a file that has none of them. */
  readonly endings: readonly [string, ...string[]]
  readonly isImage: boolean
}

export type FileType = keyof typeof fileTypes

/** What a dialog that asks for a picture offers. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const
