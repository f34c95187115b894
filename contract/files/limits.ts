/** Plain numbers, for forms too. How many bytes a file may have is a setting. */
export const fileLimits = {
  /** Characters of a name; what is longer loses its middle. */
  name: 120,
  /** Of all frames together. Memory for as many pixels is bounded in the worker. */
  megapixels: 50,
} as const

/** As wide as pictures are made, where they are that wide; a screen takes the one that fits. */
export const IMAGE_WIDTHS = [480, 960, 1600] as const
