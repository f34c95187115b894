import { imageName } from '#contract/files/image-name'

/** All widths of a picture below its folder, for a browser to choose from. */
export const sourcesOf = (folder: string, widths: readonly number[], format: 'webp' | 'jpg') =>
  widths.map((width) => `${folder}${imageName(width, format)} ${width}w`).join(', ')
