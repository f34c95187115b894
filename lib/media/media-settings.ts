import type { StageSettings } from '#lib/settings/settings'

/** The settings of which functions that deal with videos are told all. */
export const mediaSettings = ({ encoding, uploads }: StageSettings) => ({
  ENCODING: JSON.stringify(encoding),
  UPLOADS: JSON.stringify(uploads),
})
