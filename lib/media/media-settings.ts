import type { StageSettings } from '#lib/settings/settings'

/** What functions that deal with other files are told. */
export const fileSettings = ({ files }: StageSettings) => ({ FILES: JSON.stringify(files) })

/** The settings of which functions that deal with videos are told all. */
export const mediaSettings = ({ encoding, uploads }: StageSettings) => ({
  ENCODING: JSON.stringify(encoding),
  UPLOADS: JSON.stringify(uploads),
})
